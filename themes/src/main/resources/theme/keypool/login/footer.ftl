<#-- Keycloak's place for what a theme adds below the login. -->
<#macro content>
  <#if auth?? && auth.authenticationSelections??>
    <#list auth.authenticationSelections as selection>
      <#if selection.authenticationExecution.authenticator! == "identity-pool-guest">
        <#-- With a button for the only other way, the link to a page of other ways leads nowhere new. -->
        <#if auth.authenticationSelections?size == 2>
          <style>#kc-select-try-another-way-form { display: none; }</style>
        </#if>
        <form id="identity-pool-guest-form" class="${properties.kcLoginMainBody!}" action="${url.loginAction}" method="post">
          <input type="hidden" name="authenticationExecution" value="${selection.authExecId}"/>
          <button id="identity-pool-guest" type="submit" class="${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">
            ${msg("identityPoolGuest")}
          </button>
        </form>
      </#if>
    </#list>
  </#if>
</#macro>
