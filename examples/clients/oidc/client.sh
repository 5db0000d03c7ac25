#!/usr/bin/env bash
# A guest and a user of an ordinary OpenID client, without an AWS SDK: what the realm says of each.
set -euo pipefail

# README begins
OPENID=http://localhost:8080/realms/demo/protocol/openid-connect
access_token() { sed 's/.*"access_token":"\([^"]*\)".*/\1/'; }

# A guest. In a browser it is the button on the login page, or &guest=true at $OPENID/auth.
GUEST=$(curl -sS $OPENID/token -d client_id=demo-app -d scope=openid \
  -d grant_type=urn:keypool:params:oauth:grant-type:guest | access_token)
# Somebody who signed in; in a browser by the code flow, as ever.
ALICE=$(curl -sS $OPENID/token -d client_id=demo-app -d scope=openid \
  -d grant_type=password -d username=alice -d password=alice | access_token)

# identity_id, and amr: ["unauthenticated"] or ["authenticated", …]. They are in the access and the ID token, too.
curl -sS $OPENID/userinfo -H "Authorization: Bearer $GUEST"
# README ends
echo
curl -sS $OPENID/userinfo -H "Authorization: Bearer $ALICE"
