#!/bin/sh
# Says where Talon is, and how to load the demo store. The variables are the outputs of main.bicep.
set -eu
cat <<END

Talon serves $SERVICE_API_URL
Load the demo store with this one command:

dotnet run infra/load-demo.cs -- $SERVICE_API_URL "\$(az keyvault secret show --vault-name $AZURE_KEY_VAULT_NAME --name $TALON_MANAGEMENT_KEY_SECRET --query value --output tsv)"

END
