// Keycloak leads the hidden frame here, with its answer in the address; keycloak-js waits for it in the page.
parent.postMessage(location.href, location.origin);
