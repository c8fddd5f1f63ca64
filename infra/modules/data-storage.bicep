@description('An account with a share of the partitions; the first one has the queues too.')
param location string
param tags object

@maxLength(24)
param name string
param withQueues bool

@description('The principal of the app.')
param user string

var storageQueueDataContributor = '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
var storageTableDataContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
var work = ['redemptions', 'loyalty', 'rollbacks', 'guard', 'chores', 'accesslogs', 'webhooks']
var queueNames = withQueues ? concat(work, map(work, queue => '${queue}-poison')) : []

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: 'Standard_ZRS' }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource tables 'tableServices' = {
    name: 'default'

    resource rows 'tables' = {
      name: 'talon'
    }
  }

  resource queues 'queueServices' = {
    name: 'default'
  }
}

resource messages 'Microsoft.Storage/storageAccounts/queueServices/queues@2023-05-01' = [
  for queue in queueNames: {
    parent: account::queues
    name: queue
  }
]

resource rowsRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account::tables::rows.id, user, storageTableDataContributor)
  scope: account::tables::rows
  properties: {
    principalId: user
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageTableDataContributor)
  }
}

resource messagesRoles 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for (queue, i) in queueNames: {
    name: guid(messages[i].id, user, storageQueueDataContributor)
    scope: messages[i]
    properties: {
      principalId: user
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', storageQueueDataContributor)
    }
  }
]

output name string = account.name
