"""A guest, then the same one signed in: ID_TOKEN=… python3 client.py"""

import os

# README begins
import boto3

pools = boto3.client("cognito-identity", region_name="us-east-1",
                     endpoint_url="http://localhost:8080/realms/demo/identity-pool")
identity = pools.get_id(IdentityPoolId="us-east-1:00000000-0000-4000-8000-000000000001")["IdentityId"]

guest = pools.get_credentials_for_identity(IdentityId=identity)
signed_in = pools.get_credentials_for_identity(
    IdentityId=identity, Logins={"localhost:8080/realms/demo": os.environ["ID_TOKEN"]})


def session(answer):
    keys = answer["Credentials"]
    return boto3.Session(keys["AccessKeyId"], keys["SecretKey"], keys["SessionToken"], region_name="us-east-1")
# README ends


for answer in (guest, signed_in):
    sts = session(answer).client("sts", endpoint_url="http://localhost:8080/realms/demo/sts")
    print("identity", answer["IdentityId"])
    print("acts as", sts.get_caller_identity()["Arn"])
