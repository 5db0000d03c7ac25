<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("identityPoolGuestTitle")}
    <#elseif section = "form">
        <form id="identity-pool-guest-form" action="${url.loginAction}" method="post">
            <input type="hidden" name="authenticationExecution" value="${guestExecution}"/>
            <button id="identity-pool-guest" type="submit" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}">
                ${msg("identityPoolGuest")}
            </button>
        </form>
        <script>
            document.getElementById("identity-pool-guest-form").submit();
        </script>
    </#if>
</@layout.registrationLayout>
