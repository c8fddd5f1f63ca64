param location string
param tags object
param token string
param identityId string
param clientId string
param hostAccount string

@description('The container of the deployed package.')
param deployments string

@description('The accounts of the partitions; the first has the queues.')
param dataAccounts array

@description('Which account holds which shards; empty for an equal share each.')
param shards string

@description('The secret with the bootstrap management key.')
param managementKeyUri string
param insights string
param alwaysReadyInstances int
param maximumInstances int
param instanceMemory int
param finalise string

var shardCount = 1024
var perAccount = shardCount / length(dataAccounts)

// The first connection is the one that the queue triggers name.
var connections = [for i in range(0, length(dataAccounts)): i == 0 ? 'TalonStorage' : 'TalonStorage${i + 1}']
var shardMap = join(
  map(
    range(0, length(dataAccounts)),
    i => '${i * perAccount}-${i == length(dataAccounts) - 1 ? shardCount - 1 : (i + 1) * perAccount - 1}=${connections[i]}'
  ),
  ';'
)

var dataSettings = reduce(
  map(range(0, length(dataAccounts)), i => {
    '${connections[i]}__tableServiceUri': 'https://${dataAccounts[i]}.table.${environment().suffixes.storage}'
    '${connections[i]}__queueServiceUri': 'https://${dataAccounts[i]}.queue.${environment().suffixes.storage}'
    '${connections[i]}__credential': 'managedidentity'
    '${connections[i]}__clientId': clientId
  }),
  {},
  (all, more) => union(all, more)
)

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insights
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: 'plan-talon-${token}'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { name: 'FC1', tier: 'FlexConsumption' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: 'func-talon-${token}'
  location: location
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deployments
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: instanceMemory
        alwaysReady: alwaysReadyInstances == 0 ? [] : [{ name: 'http', instanceCount: alwaysReadyInstances }]
        triggers: { http: { perInstanceConcurrency: 50 } }
      }
    }
  }

  resource settings 'config' = {
    name: 'appsettings'
    properties: union(dataSettings, {
      AzureWebJobsStorage__blobServiceUri: 'https://${hostAccount}.blob.${environment().suffixes.storage}'
      AzureWebJobsStorage__queueServiceUri: 'https://${hostAccount}.queue.${environment().suffixes.storage}'
      AzureWebJobsStorage__tableServiceUri: 'https://${hostAccount}.table.${environment().suffixes.storage}'
      AzureWebJobsStorage__credential: 'managedidentity'
      AzureWebJobsStorage__clientId: clientId
      AzureWebJobsDisableHomepage: 'true'
      APPLICATIONINSIGHTS_CONNECTION_STRING: component.properties.ConnectionString
      OTEL_TRACES_SAMPLER: 'microsoft.rate_limited'
      OTEL_TRACES_SAMPLER_ARG: '5'
      APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${clientId};Authorization=AAD'
      TALON_FINALISE: finalise
      TALON_SHARDS: empty(shards) ? shardMap : shards
      TALON_MANAGEMENT_KEY: '@Microsoft.KeyVault(SecretUri=${managementKeyUri})'
    })
  }

  resource noFtpPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noScmPasswords 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output name string = app.name
output url string = 'https://${app.properties.defaultHostName}'
