# Says where Talon is, and how to load the demo store. The variables are the outputs of main.bicep.
Write-Output @"

Talon serves $env:SERVICE_API_URL
Load the demo store with this one command:

dotnet run infra/load-demo.cs -- $env:SERVICE_API_URL `$(az keyvault secret show --vault-name $env:AZURE_KEY_VAULT_NAME --name $env:TALON_MANAGEMENT_KEY_SECRET --query value --output tsv)

"@
