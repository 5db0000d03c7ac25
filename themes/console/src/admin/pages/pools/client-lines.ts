/** The kinds of clients in README.md, each with its lines against the demo pool; tests run them. */
export const CLIENTS = CLIENT_LINES;

type Facts = {
  pool: string;
  /** The address of the realm. */
  issuer: string;
  provider: string;
  /** Of an app of the realm, if one is listed. */
  clientId: string | undefined;
};

/** What the lines in README.md are filled in with: the quickstart's. */
const DEMO = {
  pool: 'us-east-1:00000000-0000-4000-8000-000000000001',
  issuer: 'http://localhost:8080/realms/demo',
  provider: 'localhost:8080/realms/demo',
  region: 'us-east-1',
  javaRegion: 'Region.US_EAST_1',
  clientId: 'client_id=demo-app',
  user: '-d username=alice -d password=alice',
};

/** The lines for another pool. */
export function linesFor(client: string, { pool, issuer, provider, clientId }: Facts): string {
  const { lines } = CLIENTS.find(({ id }) => id === client)!;
  const region = pool.slice(0, pool.indexOf(':'));
  return lines
    .replaceAll(DEMO.pool, pool)
    .replaceAll(DEMO.issuer, issuer)
    .replaceAll(DEMO.provider, provider)
    .replaceAll(`'${DEMO.region}'`, `'${region}'`)
    .replaceAll(`"${DEMO.region}"`, `"${region}"`)
    .replaceAll(DEMO.javaRegion, region === DEMO.region ? DEMO.javaRegion : `Region.of("${region}")`)
    .replaceAll(DEMO.clientId, `client_id=${clientId ?? '"$CLIENT_ID"'}`)
    .replaceAll(DEMO.user, '-d username="$USERNAME" -d password="$PASSWORD"');
}
