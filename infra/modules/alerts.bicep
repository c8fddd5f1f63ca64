param location string
param tags object
param app string
param insights string

@description('Where alerts are sent; empty for nowhere but the portal.')
param email string

resource site 'Microsoft.Web/sites@2024-04-01' existing = {
  name: app
}

resource component 'Microsoft.Insights/components@2020-02-02' existing = {
  name: insights
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

resource serverErrors 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: 'alert-5xx-${app}'
  location: 'global'
  tags: tags
  properties: {
    description: 'Talon answered with a server error.'
    severity: 1
    enabled: true
    scopes: [site.id]
    evaluationFrequency: 'PT1M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'serverErrors'
          metricName: 'Http5xx'
          skipMetricValidation: true
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: 5
        }
      ]
    }
    actions: [for action in actions: { actionGroupId: action }]
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
    scopes: [component.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: 'union traces, exceptions | where message has "failed for the last time" or outerMessage has "failed for the last time" or message has "-poison"'
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    actions: { actionGroups: actions }
  }
}
