const template = document.querySelector('#facts');

/**
 * One of the two cards.
 *
 * @param attempt what a button of it does; without, the card tells of the past and has no buttons
 */
export function showCard(section, { facts, results = {} }, attempt) {
  section.querySelectorAll('.empty, .facts, .calls').forEach((old) => old.remove());
  section.querySelector('h2').after(template.content.cloneNode(true));
  section.removeAttribute('aria-busy');
  section.classList.toggle('now', Boolean(attempt));
  for (const field of section.querySelectorAll('[data-fact]')) {
    field.textContent = facts[field.dataset.fact];
  }
  for (const [call, result] of Object.entries(results)) {
    showResult(section, call, result);
  }
  for (const row of section.querySelectorAll('[data-call]')) {
    const button = row.querySelector('button');
    if (attempt) {
      button.addEventListener('click', () => attempt(row.dataset.call));
    } else {
      button.remove();
    }
  }
}

export function showResult(section, call, { passed, answer, reason = '' }) {
  const result = section.querySelector(`[data-call=${call}] .result`);
  const [verdict, detail] = [document.createElement('strong'), document.createElement('span')];
  verdict.textContent = `${passed ? 'Passed' : 'Refused'}: ${answer}`;
  detail.textContent = reason;
  result.replaceChildren(verdict, detail);
  result.className = `result ${passed ? 'passed' : 'refused'}`;
}
