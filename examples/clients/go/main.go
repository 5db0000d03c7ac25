// A guest, then the same one signed in: ID_TOKEN=… go run .
package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/credentials"
	"github.com/aws/aws-sdk-go-v2/service/cognitoidentity"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

// README begins
var pools = cognitoidentity.New(cognitoidentity.Options{
	BaseEndpoint: aws.String("http://localhost:8080/realms/demo/identity-pool"),
	Region:       "us-east-1",
})

func newGuest(ctx context.Context) (*cognitoidentity.GetIdOutput, error) {
	pool := "us-east-1:00000000-0000-4000-8000-000000000001"
	return pools.GetId(ctx, &cognitoidentity.GetIdInput{IdentityPoolId: &pool})
}

// A guest has no logins; who signed in has {"localhost:8080/realms/demo": idToken}.
func credentialsOf(ctx context.Context, identity *string, logins map[string]string) (aws.CredentialsProvider, error) {
	answer, err := pools.GetCredentialsForIdentity(ctx,
		&cognitoidentity.GetCredentialsForIdentityInput{IdentityId: identity, Logins: logins})
	if err != nil {
		return nil, err
	}
	keys := answer.Credentials
	return credentials.NewStaticCredentialsProvider(*keys.AccessKeyId, *keys.SecretKey, *keys.SessionToken), nil
}

// README ends

func main() {
	if err := run(context.Background()); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context) error {
	guest, err := newGuest(ctx)
	if err != nil {
		return err
	}
	signedIn := map[string]string{"localhost:8080/realms/demo": os.Getenv("ID_TOKEN")}
	for _, logins := range []map[string]string{nil, signedIn} {
		if err := show(ctx, guest.IdentityId, logins); err != nil {
			return err
		}
	}
	return nil
}

func show(ctx context.Context, identity *string, logins map[string]string) error {
	provider, err := credentialsOf(ctx, identity, logins)
	if err != nil {
		return err
	}
	client := sts.New(sts.Options{
		BaseEndpoint: aws.String("http://localhost:8080/realms/demo/sts"),
		Region:       "us-east-1",
		Credentials:  provider,
	})
	caller, err := client.GetCallerIdentity(ctx, &sts.GetCallerIdentityInput{})
	if err != nil {
		return err
	}
	fmt.Println("identity", *identity)
	fmt.Println("acts as", *caller.Arn)
	return nil
}
