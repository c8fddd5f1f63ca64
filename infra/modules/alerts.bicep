param location string
param tags object
param app string
param insights string
param workspace string

@description('The account that has the queues.')
param queueAccount string

@description('Where alerts are sent; empty for nowhere but the portal.')
param email string

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insights
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspace
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' existing = {
  name: queueAccount

  resource queues 'queueServices' existing = {
    name: 'default'
  }
}

// What the service itself notes of each message is never sampled.
resource sent 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'sent-messages'
  scope: account::queues
  properties: {
    workspaceId: logs.id
    logs: [{ category: 'StorageWrite', enabled: true }]
  }
}

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: 'ag-${app}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'talon'
    emailReceivers: [{ name: 'operator', emailAddress: email, useCommonAlertSchema: true }]
  }
}

var actions = empty(email) ? [] : [people.id]

resource serverErrors 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: 'alert-5xx-${app}'
  location: location
  tags: tags
  properties: {
    displayName: 'Server errors'
    description: 'Talon answered with a server error more than 5 times in 5 minutes.'
    severity: 1
    enabled: true
    scopes: [component.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'requests | where toint(resultCode) >= 500 | summarize errors = sum(itemCount)'
          metricMeasureColumn: 'errors'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 5
        }
      ]
    }
    actions: { actionGroups: actions }
  }
}

resource poison 'Microsoft.Insights/scheduledQueryRules@2023-03-15-preview' = {
  name: 'alert-poison-${app}'
  location: location
  tags: tags
  properties: {
    displayName: 'Messages were put aside'
    description: 'A message kept failing and is in a poison queue; its reason is with it.'
    severity: 1
    enabled: true
    scopes: [logs.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'StorageQueueLogs | where OperationName == "PutMessage" and Uri contains "-poison"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: { actionGroups: actions }
  }
}
