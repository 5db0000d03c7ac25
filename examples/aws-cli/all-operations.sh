#!/usr/bin/env bash
# The life of an identity pool with the AWS CLI: every operation of Amazon Cognito Identity, as AWS's guide has them.
# Against AWS itself only the keys and the five lines with endpoints would differ.
set -euo pipefail

keypool=${KEYPOOL_URL:-http://localhost:8080}
realm=$keypool/realms/demo
export AWS_ENDPOINT_URL_COGNITO_IDENTITY=$realm/identity-pool
export AWS_ENDPOINT_URL_IAM=$realm/iam
export AWS_ENDPOINT_URL_STS=$realm/sts
export AWS_DEFAULT_REGION=us-east-1 AWS_PAGER=

# A key is a confidential client of the realm: its client id and its client secret.
operator() { AWS_ACCESS_KEY_ID=demo-operator AWS_SECRET_ACCESS_KEY=demo-operator-secret-0123456789 tell "$@"; }
backend() { AWS_ACCESS_KEY_ID=demo-backend AWS_SECRET_ACCESS_KEY=demo-backend-secret-0123456789 tell "$@"; }
# What apps call needs no key.
app() { tell "$@" --no-sign-request; }
# Shows the command and what it answers.
tell() {
  echo "\$ aws $*" | cut -c 1-300 >&2
  aws "$@" | tee /dev/stderr
}
cognito=cognito-identity

# --- a pool -------------------------------------------------------------------------------------------------------------

pool=$(operator $cognito create-identity-pool --identity-pool-name cli-example --allow-unauthenticated-identities \
  --developer-provider-name login.example.backend --identity-pool-tags team=blue --query IdentityPoolId --output text)
arn=arn:aws:cognito-identity:us-east-1:000000000000:identitypool/$pool

operator $cognito describe-identity-pool --identity-pool-id "$pool"
operator $cognito list-identity-pools --max-results 60

# An update replaces everything: what is left out is unset. The developer provider stays, it is set once.
users=${realm#*://}
operator $cognito update-identity-pool --identity-pool-id "$pool" --identity-pool-name cli-example \
  --allow-unauthenticated-identities --developer-provider-name login.example.backend \
  --cognito-identity-providers "ProviderName=$users,ClientId=demo-app,ServerSideTokenCheck=false"

operator $cognito tag-resource --resource-arn "$arn" --tags stage=test,cost=none
operator $cognito untag-resource --resource-arn "$arn" --tag-keys cost
operator $cognito list-tags-for-resource --resource-arn "$arn"

# --- its roles ----------------------------------------------------------------------------------------------------------

trust() {
  cat <<JSON
{"Version": "2012-10-17", "Statement": [{
  "Effect": "Allow", "Principal": {"Federated": "cognito-identity.amazonaws.com"},
  "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"],
  "Condition": {"StringEquals": {"cognito-identity.amazonaws.com:aud": "$pool"},
                "ForAnyValue:StringLike": {"cognito-identity.amazonaws.com:amr": "$1"}}}]}
JSON
}
guests=$(operator iam create-role --role-name CliGuests --assume-role-policy-document "$(trust unauthenticated)" \
  --query Role.Arn --output text)
members=$(operator iam create-role --role-name CliMembers --assume-role-policy-document "$(trust authenticated)" \
  --query Role.Arn --output text)

operator $cognito set-identity-pool-roles --identity-pool-id "$pool" \
  --roles "unauthenticated=$guests,authenticated=$members"
operator $cognito get-identity-pool-roles --identity-pool-id "$pool"

operator $cognito set-principal-tag-attribute-map --identity-pool-id "$pool" --identity-provider-name "$users" \
  --principal-tags user=preferred_username
operator $cognito get-principal-tag-attribute-map --identity-pool-id "$pool" --identity-provider-name "$users"

# --- a guest ------------------------------------------------------------------------------------------------------------

guest=$(app $cognito get-id --identity-pool-id "$pool" --query IdentityId --output text)
app $cognito get-credentials-for-identity --identity-id "$guest" --query Credentials.AccessKeyId

# The classic flow: a token first, then the role of one's choice.
token=$(app $cognito get-open-id-token --identity-id "$guest" --query Token --output text)
app sts assume-role-with-web-identity --role-arn "$guests" --role-session-name cli --web-identity-token "$token" \
  --query AssumedRoleUser.Arn

# --- a user who logs in -------------------------------------------------------------------------------------------------

login() {
  curl --silent --fail "$realm/protocol/openid-connect/token" --data client_id=demo-app --data scope=openid \
    --data grant_type=password --data "username=$1" --data "password=$1" |
    sed 's/.*"id_token":"\([^"]*\)".*/\1/'
}
alice=$(login alice)
app $cognito get-credentials-for-identity --identity-id "$guest" --logins "$users=$alice" --query IdentityId
app $cognito unlink-identity --identity-id "$guest" --logins "$users=$alice" --logins-to-remove "$users"

# --- users whom a backend vouches for -----------------------------------------------------------------------------------

vouch() {
  backend $cognito get-open-id-token-for-developer-identity --identity-pool-id "$pool" \
    --logins "login.example.backend=$1" --token-duration 300 --query '[IdentityId, Token]' --output text
}
read -r first token < <(vouch user-1)
read -r second _ < <(vouch user-2)
app $cognito get-credentials-for-identity --identity-id "$first" --logins "cognito-identity.amazonaws.com=$token" \
  --query Credentials.Expiration
backend $cognito lookup-developer-identity --identity-pool-id "$pool" --developer-user-identifier user-2
backend $cognito merge-developer-identities --identity-pool-id "$pool" --developer-provider-name login.example.backend \
  --source-user-identifier user-2 --destination-user-identifier user-1
backend $cognito lookup-developer-identity --identity-pool-id "$pool" --identity-id "$first"
backend $cognito unlink-developer-identity --identity-pool-id "$pool" --identity-id "$first" \
  --developer-provider-name login.example.backend --developer-user-identifier user-2

# --- all identities -----------------------------------------------------------------------------------------------------

operator $cognito list-identities --identity-pool-id "$pool" --max-results 60 --hide-disabled
operator $cognito describe-identity --identity-id "$first"
operator $cognito delete-identities --identity-ids-to-delete "$guest" "$second"

# --- and away -----------------------------------------------------------------------------------------------------------

operator $cognito delete-identity-pool --identity-pool-id "$pool"
operator iam delete-role --role-name CliGuests
operator iam delete-role --role-name CliMembers
echo "all done"
