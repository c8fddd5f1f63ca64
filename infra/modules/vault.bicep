param location string
param tags object
param token string

@secure()
param keySeed string

@description('The principal of the app: reads the management key and nothing else.')
param reader string

@description('Who deploys: reads the secrets of this vault. Empty for nobody.')
param deployer string
param deployerType string

var keyVaultSecretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var managementKeyName = 'talon-management-key'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-talon-${token}'
  location: location
  tags: tags
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
  }
}

resource seed 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'talon-key-seed'
  properties: { value: keySeed }
}

resource managementKey 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: managementKeyName
  properties: { value: '${keySeed}-${uniqueString(vault.id, keySeed)}' }
}

resource read 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(managementKey.id, reader, keyVaultSecretsUser)
  scope: managementKey
  properties: {
    principalId: reader
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

resource deployerReads 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployer)) {
  name: guid(vault.id, deployer, keyVaultSecretsUser)
  scope: vault
  properties: {
    principalId: deployer
    principalType: deployerType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', keyVaultSecretsUser)
  }
}

output name string = vault.name
output managementKeySecret string = managementKeyName
output managementKeyUri string = managementKey.properties.secretUri
