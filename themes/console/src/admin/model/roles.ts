/** What the admin REST answers of IAM's roles and policies. */

export type RoleSummary = {
  componentId: string;
  name: string;
  path: string;
  arn: string;
  description?: string;
  maxSessionDuration: number;
};

/** Whether a document could be stored, and else why not. */
export type Validation = { valid: boolean; message?: string; place?: string; line?: number; column?: number };

export type DocumentKind = 'TRUST' | 'IDENTITY' | 'MANAGED' | 'SESSION';
