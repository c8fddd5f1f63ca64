targetScope = 'subscription'

@description('The name of the environment; part of every resource name.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('The region; it must offer Flex Consumption.')
param location string

@description('Who deploys: may read the bootstrap management key. Empty for nobody.')
param principalId string = ''

@description('What that principal is.')
@allowed(['User', 'ServicePrincipal', 'Group'])
param principalType string = 'User'

@description('The random part of the bootstrap management key; the stored one, so that deploying again changes nothing.')
@secure()
@minLength(8)
param keySeed string

@description('Storage accounts that partitions may be spread over.')
@minValue(1)
@maxValue(16)
param dataAccounts int = 1

@description('Which account holds which shards; empty for an equal share each. Changing it moves shards: their rows have to be moved first.')
param shards string = ''

@description('Instances that are always warm; each is paid for by the hour. 0 scales from nothing.')
@minValue(0)
@maxValue(20)
param alwaysReadyInstances int = 0

@description('Most instances.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Memory of an instance, in MB.')
@allowed([512, 2048, 4096])
param instanceMemory int = 2048

@description('Who finalises closed sessions: the queue functions, or the request itself.')
@allowed(['queue', 'inline'])
param finalise string = 'queue'

@description('Where alerts are sent; empty for nowhere but the portal.')
param alertEmail string = ''

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { location: location, tags: tags, token: token }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: { location: location, tags: tags, token: token, writer: identity.outputs.principalId }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    keySeed: keySeed
    reader: identity.outputs.principalId
    deployer: principalId
    deployerType: principalType
  }
}

module host 'modules/host-storage.bicep' = {
  scope: group
  params: { location: location, tags: tags, token: token, user: identity.outputs.principalId }
}

module data 'modules/data-storage.bicep' = [
  for account in range(0, dataAccounts): {
    name: 'data-storage-${account}'
    scope: group
    params: {
      location: location
      tags: tags
      name: 'st${token}d${account}'
      withQueues: account == 0
      user: identity.outputs.principalId
    }
  }
]

module app 'modules/app.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    token: token
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    hostAccount: host.outputs.name
    deployments: host.outputs.deployments
    dataAccounts: [for account in range(0, dataAccounts): data[account].outputs.name]
    shards: shards
    managementKeyUri: vault.outputs.managementKeyUri
    insights: monitoring.outputs.insights
    alwaysReadyInstances: alwaysReadyInstances
    maximumInstances: maximumInstances
    instanceMemory: instanceMemory
    finalise: finalise
  }
}

module alerts 'modules/alerts.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    app: app.outputs.name
    insights: monitoring.outputs.insights
    workspace: monitoring.outputs.workspace
    queueAccount: data[0].outputs.name
    email: alertEmail
  }
}

output AZURE_LOCATION string = location
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output SERVICE_API_URL string = app.outputs.url
output TALON_MANAGEMENT_KEY_SECRET string = vault.outputs.managementKeySecret
