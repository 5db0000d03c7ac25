import { showCard, showResult } from './card.js';
import { codeOf } from './code.js';
import { device } from './device.js';
import { journal } from './journal.js';
import { Login } from './login.js';
import { attempt, nameOf, visit } from './visit.js';

const SDK = 'keypool.sdk';
const find = (selector) => document.querySelector(selector);
const story = find('#story');
const cards = { guest: find('#guest'), person: find('#person') };

function tell(text, kind = '') {
  story.textContent = text;
  story.className = `story ${kind}`;
}

function fail(error) {
  cards.guest.removeAttribute('aria-busy');
  tell(`That failed. ${nameOf(error)}: ${error.message}`, 'refused');
}

/** The visitor's own card; what they saw before stands beside it. */
function show(visitor, proof) {
  const card = { facts: visitor.facts, results: {} };
  const section = proof ? cards.person : cards.guest;
  const tryCall = async (call) => {
    const result = await attempt(call, visitor);
    card.results[call] = result;
    showResult(section, call, result);
    keep();
  };
  const keep = () => {
    if (!proof) {
      journal.guest = card;
    }
  };
  showCard(section, card, tryCall);
  keep();
}

function greet({ facts }, name, guest) {
  find('#person-title').textContent = `Signed in as ${name}`;
  if (!guest) {
    tell(`Welcome back, ${name}. This is the identity that you have.`, 'passed');
  } else if (guest.facts.identityId === facts.identityId) {
    tell(`Still the same identity. It is ${name}’s now, and has another role.`, 'passed');
  } else {
    tell(`${name} has been here before: the guest was merged into the identity that ${name} has.`, 'passed');
  }
}

async function start(config, login, version) {
  const proof = login.proof();
  tell('Asking for an identity…');
  find('#code').textContent = codeOf(version, config, Boolean(proof));
  const visitor = await visit(config, version, proof);
  show(visitor, proof);
  if (!proof) {
    tell('You are a guest, with an identity and credentials of your own.');
    return;
  }
  const { guest } = journal;
  if (guest) {
    showCard(cards.guest, guest);
  }
  greet(visitor, login.name, guest);
}

function offer(login) {
  const signedIn = Boolean(login.proof());
  const [signIn, signOut] = [find('#sign-in'), find('#sign-out')];
  signIn.hidden = signedIn;
  signOut.hidden = !signedIn;
  signIn.addEventListener('click', () => login.signIn().catch(fail));
  signOut.addEventListener('click', () => {
    // Who comes next is somebody else.
    device.removeItem();
    sessionStorage.clear();
    login.signOut().catch(fail);
  });
}

async function main() {
  const config = await (await fetch('/config.json')).json();
  find('#keycloak').href = config.keycloak;
  const login = new Login(config);
  await login.start();
  offer(login);

  const version = localStorage.getItem(SDK) ?? 'v3';
  for (const choice of document.querySelectorAll('[name=sdk]')) {
    choice.checked = choice.value === version;
    choice.addEventListener('change', () => {
      localStorage.setItem(SDK, choice.value);
      start(config, login, choice.value).catch(fail);
    });
  }
  await start(config, login, version);
}

main().catch(fail);
