/** What an administrator may do in a realm, by Keycloak's roles. */
export class Access {
  private readonly roles: Set<string>;

  constructor(roles: string[]) {
    this.roles = new Set(roles);
  }

  /** Pools, identities and what is counted. */
  get seePools(): boolean {
    return this.some('view-identity-pools', 'manage-identity-pools') || this.seeRealm;
  }

  get changePools(): boolean {
    return this.some('manage-identity-pools') || this.changeRealm;
  }

  /** Roles, policies and keys. */
  get seeRealm(): boolean {
    return this.some('view-realm') || this.changeRealm;
  }

  get changeRealm(): boolean {
    return this.some('manage-realm');
  }

  /** Why calls were refused. */
  get seeEvents(): boolean {
    return this.some('view-events', 'manage-events');
  }

  private some(...roles: string[]): boolean {
    return roles.some((role) => this.roles.has(role));
  }
}
