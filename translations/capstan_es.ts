<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en_US">
<context>
    <name>Activity</name>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>permitida</translation>
    </message>
    <message>
        <source>warned</source>
        <translation>con aviso</translation>
    </message>
    <message>
        <source>downgraded</source>
        <translation>degradada</translation>
    </message>
    <message>
        <source>clamped</source>
        <translation>recortada</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>en cola</translation>
    </message>
    <message>
        <source>fallback</source>
        <translation>alternativa</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazada</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>cortada</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>client left</source>
        <translation>cliente se fue</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>recovered</source>
        <translation>recuperada</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>no enviada</translation>
    </message>
</context>
<context>
    <name>ActivityLog</name>
    <message>
        <source>Requests, newest first</source>
        <translation>Solicitudes, las más recientes primero</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar filtros</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Leyendo el registro…</translation>
    </message>
    <message>
        <source>No request matches these filters.</source>
        <translation>Ninguna solicitud coincide con estos filtros.</translation>
    </message>
    <message>
        <source>No request yet. The first one shows up here at once.</source>
        <translation>Todavía no hay solicitudes. La primera aparecerá aquí al instante.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
</context>
<context>
    <name>ActivityLogHead</name>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Tokens in → out</source>
        <translation>Tokens entrada → salida</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>Tenant</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regla</translation>
    </message>
    <message>
        <source>Cost over</source>
        <translation>Coste superior a</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>last 15 minutes</source>
        <translation>últimos 15 minutos</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>última hora</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>último día</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>últimos 7 días</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>últimos 30 días</translation>
    </message>
    <message numerus="yes">
        <source>more than %Ln match</source>
        <comment>requests</comment>
        <translation>
            <numerusform>más de %Ln coincide</numerusform>
            <numerusform>más de %Ln coinciden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <comment>requests</comment>
        <translation>
            <numerusform>%Ln coincide</numerusform>
            <numerusform>%Ln coinciden</numerusform>
        </translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <source>held; new requests wait</source>
        <translation>en pausa; las nuevas solicitudes esperan</translation>
    </message>
    <message>
        <source>newest first</source>
        <translation>más recientes primero</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Follow the list</source>
        <translation>Seguir la lista</translation>
    </message>
    <message>
        <source>Hold the list</source>
        <translation>Pausar la lista</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>Guardar CSV</translation>
    </message>
    <message>
        <source>Save all matching requests for a spreadsheet</source>
        <translation>Guardar todas las solicitudes coincidentes para una hoja de cálculo</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>Guardar JSON</translation>
    </message>
    <message>
        <source>Save all matching requests for a program</source>
        <translation>Guardar todas las solicitudes coincidentes para un programa</translation>
    </message>
</context>
<context>
    <name>AlertCentre</name>
    <message>
        <source>Muted budgets: %1</source>
        <translation>Presupuestos silenciados: %1</translation>
    </message>
    <message>
        <source>Muted until you unmute</source>
        <translation>Silenciado hasta que se reactive</translation>
    </message>
    <message>
        <source>Muted until %1</source>
        <translation>Silenciado hasta %1</translation>
    </message>
    <message>
        <source>No address is set. Slack, Mattermost, Teams and others give one; it is kept as a secret under Settings, Credentials.</source>
        <translation>No hay ninguna dirección. Slack, Mattermost, Teams y otros dan una; se guarda como secreto en Ajustes, Credenciales.</translation>
    </message>
    <message>
        <source>Ready. Each crossing is told once.</source>
        <translation>Listo. Cada superación se avisa una sola vez.</translation>
    </message>
    <message>
        <source>Alerts sent: %1, the last %2.</source>
        <translation>Alertas enviadas: %1, la última %2.</translation>
    </message>
    <message>
        <source>The test message was taken.</source>
        <translation>El mensaje de prueba fue aceptado.</translation>
    </message>
</context>
<context>
    <name>AlertHistory</name>
    <message>
        <source>All crossings</source>
        <translation>Todas las superaciones</translation>
    </message>
    <message>
        <source>each is told once</source>
        <translation>cada una se avisa una vez</translation>
    </message>
    <message>
        <source>All crossings, newest first</source>
        <translation>Todas las superaciones, las más recientes primero</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar filtros</translation>
    </message>
    <message>
        <source>Reading the alerts…</source>
        <translation>Leyendo las alertas…</translation>
    </message>
    <message>
        <source>No crossing matches these filters.</source>
        <translation>Ninguna superación coincide con estos filtros.</translation>
    </message>
    <message>
        <source>No budget has passed a mark yet.</source>
        <translation>Ningún presupuesto ha superado todavía un umbral.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Choose none</source>
        <translation>No elegir ninguna</translation>
    </message>
    <message numerus="yes">
        <source>Acknowledge %n</source>
        <comment>alerts that were chosen</comment>
        <translation>
            <numerusform>Confirmar %n</numerusform>
            <numerusform>Confirmar %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AlertHistoryModel</name>
    <message>
        <source>Which</source>
        <translation>Cuáles</translation>
    </message>
    <message>
        <source>caps reached</source>
        <translation>topes alcanzados</translation>
    </message>
    <message>
        <source>not acknowledged</source>
        <translation>sin confirmar</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>último día</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>últimos 7 días</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>últimos 30 días</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>spikes of spending</source>
        <translation>picos de gasto</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>De quién</translation>
    </message>
</context>
<context>
    <name>AlertListModel</name>
    <message>
        <source>%1 spent + %2 held of %3</source>
        <translation>%1 gastados + %2 reservados de %3</translation>
    </message>
</context>
<context>
    <name>AlertRules</name>
    <message>
        <source>There is no budget yet.</source>
        <translation>Todavía no hay ningún presupuesto.</translation>
    </message>
    <message>
        <source>Told when the cap is reached.</source>
        <translation>Se avisa al alcanzar el tope.</translation>
    </message>
    <message>
        <source>Told at %1, and when the cap is reached.</source>
        <translation>Se avisa al %1 y al alcanzar el tope.</translation>
    </message>
    <message>
        <source>Write at most ten percentages up to %1, as 50, 80, 95.</source>
        <translation>Escriba como máximo diez porcentajes hasta %1, por ejemplo 50, 80, 95.</translation>
    </message>
</context>
<context>
    <name>AlertRulesCard</name>
    <message>
        <source>When to tell me</source>
        <translation>Cuándo avisarme</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>Marks, in percent of the limit</source>
        <translation>Umbrales, en porcentaje del límite</translation>
    </message>
    <message>
        <source>none: at the cap only</source>
        <translation>ninguno: solo en el tope</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
</context>
<context>
    <name>AlertToldCard</name>
    <message>
        <source>On this desktop</source>
        <translation>En este escritorio</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Crossings, an upstream that goes or comes back, and destinations that need you.</source>
        <translation>Superaciones, un upstream que cae o vuelve, y destinos que requieren atención.</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>set</source>
        <translation>definida</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Send a test</source>
        <translation>Enviar prueba</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>cap, since deleted</source>
        <translation>tope, ya eliminado</translation>
    </message>
    <message>
        <source>total cap</source>
        <translation>tope total</translation>
    </message>
    <message>
        <source>cap per %1</source>
        <translation>tope por %1</translation>
    </message>
    <message>
        <source>hourly cap</source>
        <translation>tope por hora</translation>
    </message>
    <message>
        <source>daily cap</source>
        <translation>tope diario</translation>
    </message>
    <message>
        <source>weekly cap</source>
        <translation>tope semanal</translation>
    </message>
    <message>
        <source>monthly cap</source>
        <translation>tope mensual</translation>
    </message>
    <message>
        <source>All tenants reached their %1</source>
        <translation>Todas las cuentas: %1 alcanzado</translation>
    </message>
    <message>
        <source>All tenants passed %1 of their %2</source>
        <translation>Todas las cuentas: superado el %1 del %2</translation>
    </message>
    <message>
        <source>%1 reached its %2</source>
        <translation>%1: %2 alcanzado</translation>
    </message>
    <message>
        <source>%1 passed %2 of its %3</source>
        <translation>%1: superado el %2 del %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln solicitud</numerusform>
            <numerusform>%Ln solicitudes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>acknowledged</source>
        <translation>confirmada</translation>
    </message>
    <message>
        <source>each tenant</source>
        <extracomment>%1 is a dimension or a tag&apos;s name: &quot;each agent&quot;</extracomment>
        <translation>cada cuenta</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>Todas las cuentas</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 spent far more than usual</source>
        <translation>%1 gastó mucho más de lo habitual</translation>
    </message>
    <message>
        <source>%1 in the hour from %2, usually %3</source>
        <extracomment>what was spent, when that hour began, what is usual</extracomment>
        <translation>%1 en una hora (inicio: %2); lo habitual es %3</translation>
    </message>
    <message>
        <source>each %1</source>
        <translation>cada %1</translation>
    </message>
    <message>
        <source>%1, %2 in %3</source>
        <extracomment>whose, &quot;daily cap&quot;, &quot;tokens&quot;</extracomment>
        <translation>%1, %2 en %3</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>none open</source>
        <translation>ninguna abierta</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n abierta</numerusform>
            <numerusform>%n abiertas</numerusform>
        </translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Mute…</source>
        <translation>Silenciar…</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>Confirmar todas</translation>
    </message>
    <message>
        <source>When and where</source>
        <translation>Cuándo y dónde</translation>
    </message>
    <message>
        <source>Part of the page</source>
        <translation>Parte de la página</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abiertas</translation>
    </message>
    <message>
        <source>No budget stands above a mark.</source>
        <translation>Ningún presupuesto está por encima de un umbral.</translation>
    </message>
    <message>
        <source>Open alerts</source>
        <translation>Alertas abiertas</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>Light or dark</source>
        <translation>Claro u oscuro</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>Pequeño</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Grande</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Muy grande</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Also of numbers, amounts and dates; from the next start on</source>
        <translation>También para números, importes y fechas; desde el próximo inicio</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Movimiento</translation>
    </message>
    <message>
        <source>With less of it nothing slides or fades, and nothing is lost</source>
        <translation>Con menos, nada se desliza ni se desvanece, y nada se pierde</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todo</translation>
    </message>
</context>
<context>
    <name>Autostart</name>
    <message>
        <source>%1 cannot be changed.</source>
        <translation>No se puede cambiar %1.</translation>
    </message>
    <message>
        <source>Give this user permission to write there.</source>
        <translation>Dé a este usuario permiso para escribir ahí.</translation>
    </message>
</context>
<context>
    <name>BarLegend</name>
    <message>
        <source>Settled</source>
        <translation>Contabilizado</translation>
    </message>
    <message>
        <source>Held for running calls</source>
        <translation>Reservado para llamadas en curso</translation>
    </message>
    <message>
        <source>Soft mark</source>
        <translation>Umbral de aviso</translation>
    </message>
    <message>
        <source>Hard cap</source>
        <translation>Tope estricto</translation>
    </message>
</context>
<context>
    <name>Bars</name>
    <message>
        <source>near</source>
        <comment>its cap</comment>
        <translation>cerca del tope</translation>
    </message>
    <message>
        <source>cap reached</source>
        <translation>tope alcanzado</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>spent %1</source>
        <translation>gastado %1</translation>
    </message>
    <message>
        <source>held %1</source>
        <extracomment>reserved for calls that run</extracomment>
        <translation>reservado %1</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>a cap</comment>
        <translation>de %1</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>sin tope</translation>
    </message>
</context>
<context>
    <name>BindingLine</name>
    <message>
        <source>Change this cap</source>
        <translation>Cambiar este tope</translation>
    </message>
</context>
<context>
    <name>BudgetForm</name>
    <message>
        <source>“%1” is no mark.</source>
        <translation>«%1» no es un umbral.</translation>
    </message>
    <message>
        <source>Write per cents of the cap, like 80, 95.</source>
        <translation>Escriba porcentajes del tope, por ejemplo 80, 95.</translation>
    </message>
    <message>
        <source>everybody</source>
        <extracomment>Several dimensions together, such as a tenant&apos;s calls to one model</extracomment>
        <translation>todos</translation>
    </message>
    <message>
        <source>dollars</source>
        <translation>dólares</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>solicitudes</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>hora</translation>
    </message>
    <message>
        <source>day</source>
        <translation>día</translation>
    </message>
    <message>
        <source>week</source>
        <translation>semana</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mes</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>rechazar</translation>
    </message>
    <message>
        <source>wait</source>
        <translation>esperar</translation>
    </message>
    <message>
        <source>downgrade</source>
        <translation>degradar</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>«%1» no es un número.</translation>
    </message>
    <message>
        <source>Write a whole number above 0.</source>
        <translation>Escriba un número entero mayor que 0.</translation>
    </message>
    <message>
        <source>“%1” is no number of seconds.</source>
        <translation>«%1» no es un número de segundos.</translation>
    </message>
    <message>
        <source>Write 1 to 300.</source>
        <translation>Escriba de 1 a 300.</translation>
    </message>
    <message>
        <source>No model to downgrade to.</source>
        <translation>No hay modelo al que degradar.</translation>
    </message>
    <message>
        <source>Name the model to use instead.</source>
        <translation>Indique el modelo que se usará en su lugar.</translation>
    </message>
    <message>
        <source>All tenants together</source>
        <translation>Todas las cuentas juntas</translation>
    </message>
    <message>
        <source>Each %1</source>
        <extracomment>%1 is a dimension: &quot;Each tenant&quot;</extracomment>
        <translation>Cada %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tenant research</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>in total</source>
        <translation>en total</translation>
    </message>
    <message>
        <source>per %1</source>
        <comment>hour, day, week or month</comment>
        <translation>por %1</translation>
    </message>
    <message>
        <source>%1: at most %2 %3.</source>
        <comment>All tenants together: at most $5.00 per day.</comment>
        <translation>%1: como máximo %2 %3.</translation>
    </message>
    <message>
        <source>several</source>
        <translation>varios</translation>
    </message>
    <message>
        <source>each of them</source>
        <translation>cada uno</translation>
    </message>
    <message>
        <source>Nothing is named.</source>
        <translation>No se nombra nada.</translation>
    </message>
    <message>
        <source>Name it like %1.</source>
        <translation>Nómbrelo como %1.</translation>
    </message>
    <message>
        <source>rolling</source>
        <extracomment>a window that moves on: the last 24 hours at any time</extracomment>
        <translation>móvil</translation>
    </message>
    <message>
        <source>“%1” is no length of time.</source>
        <translation>«%1» no es una duración.</translation>
    </message>
    <message>
        <source>Write minutes, hours or days, like 90m, 24h or 7d, at most 366d.</source>
        <translation>Escriba minutos, horas o días, por ejemplo 90m, 24h o 7d, como máximo 366d.</translation>
    </message>
    <message>
        <source>in any %1</source>
        <comment>24 h</comment>
        <translation>en cualquier periodo de %1</translation>
    </message>
    <message>
        <source>What no longer fits goes to %1.</source>
        <comment>a model</comment>
        <translation>Lo que ya no cabe va a %1.</translation>
    </message>
    <message>
        <source>From %1 on, calls go to %2.</source>
        <comment>80 %, llama-8b</comment>
        <translation>Desde el %1, las llamadas van a %2.</translation>
    </message>
    <message>
        <source>It counts at once all that the log has of these calls.</source>
        <translation>Cuenta de inmediato todo lo que el registro tiene de estas llamadas.</translation>
    </message>
    <message>
        <source>It counts at once what the log has of these calls in the last %1.</source>
        <comment>24 h</comment>
        <translation>Cuenta de inmediato lo que el registro tiene de estas llamadas en el último periodo de %1.</translation>
    </message>
    <message>
        <source>It counts at once what the log has of these calls since %1.</source>
        <comment>today 00:00</comment>
        <translation>Cuenta de inmediato lo que el registro tiene de estas llamadas desde %1.</translation>
    </message>
    <message>
        <source>What it has counted so far is put aside.</source>
        <translation>Lo contado hasta ahora se deja aparte.</translation>
    </message>
    <message>
        <source>Running calls that do not fit then are cut.</source>
        <translation>Las llamadas en curso que entonces no quepan se cortan.</translation>
    </message>
    <message>
        <source>What its counters have counted stays.</source>
        <translation>Lo que han contado sus contadores se conserva.</translation>
    </message>
    <message>
        <source>What it has counted stays: %1.</source>
        <translation>Lo que ha contado se conserva: %1.</translation>
    </message>
    <message>
        <source>It refuses nothing any more.</source>
        <translation>Ya no rechaza nada.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>Change it unseen</source>
        <translation>Cambiar a ciegas</translation>
    </message>
    <message>
        <source>Set it unseen</source>
        <translation>Fijar a ciegas</translation>
    </message>
    <message>
        <source>Change this budget</source>
        <translation>Cambiar presupuesto</translation>
    </message>
    <message>
        <source>Set this budget</source>
        <translation>Fijar presupuesto</translation>
    </message>
    <message>
        <source>Say how much first</source>
        <translation>Indique primero cuánto</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>Aún no se ha cambiado nada</translation>
    </message>
    <message>
        <source>Waits until it is counted what this would have refused</source>
        <translation>Espera a que se cuente lo que esto habría rechazado</translation>
    </message>
    <message>
        <source>Without knowing what this would have refused</source>
        <translation>Sin saber lo que esto habría rechazado</translation>
    </message>
    <message>
        <source>There is a budget with the id %1 already.</source>
        <translation>Ya hay un presupuesto con el ID %1.</translation>
    </message>
    <message>
        <source>Give another id, or change that budget.</source>
        <translation>Indique otro ID o cambie ese presupuesto.</translation>
    </message>
</context>
<context>
    <name>BudgetFormCard</name>
    <message>
        <source>New budget</source>
        <translation>Nuevo presupuesto</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Para quién</translation>
    </message>
    <message>
        <source>Name of that one</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Cuánto</translation>
    </message>
    <message>
        <source>100,000</source>
        <translation>100.000</translation>
    </message>
    <message>
        <source>Counted in</source>
        <translation>Contado en</translation>
    </message>
    <message>
        <source>Warn at, %</source>
        <translation>Avisar al, %</translation>
    </message>
    <message>
        <source>Soft marks in per cent of the cap</source>
        <translation>Umbrales de aviso en porcentaje del tope</translation>
    </message>
    <message>
        <source>no warning</source>
        <translation>sin aviso</translation>
    </message>
    <message>
        <source>At the cap</source>
        <translation>En el tope</translation>
    </message>
    <message>
        <source>At most, s</source>
        <translation>Máximo, s</translation>
    </message>
    <message>
        <source>Use instead</source>
        <translation>En su lugar</translation>
    </message>
    <message>
        <source>Longest wait in seconds</source>
        <translation>Espera máxima en segundos</translation>
    </message>
    <message>
        <source>Model to use instead</source>
        <translation>Modelo que se usará en su lugar</translation>
    </message>
    <message>
        <source>a cheaper model</source>
        <translation>un modelo más barato</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modo</translation>
    </message>
    <message>
        <source>enforce</source>
        <translation>aplicar</translation>
    </message>
    <message>
        <source>only count</source>
        <translation>solo contar</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name of the budget</source>
        <translation>Nombre del presupuesto</translation>
    </message>
    <message>
        <source>for people; may be empty</source>
        <translation>para las personas; puede quedar vacío</translation>
    </message>
    <message>
        <source>Change a budget</source>
        <translation>Cambiar un presupuesto</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>Menos opciones</translation>
    </message>
    <message>
        <source>More options…</source>
        <translation>Más opciones…</translation>
    </message>
</context>
<context>
    <name>BudgetListModel</name>
    <message>
        <source>%1/h</source>
        <comment>tokens or requests an hour</comment>
        <translation>%1/h</translation>
    </message>
    <message>
        <source>none has called yet</source>
        <translation>aún sin llamadas</translation>
    </message>
    <message numerus="yes">
        <source>fullest of %Ln: %1</source>
        <translation>
            <numerusform>el más lleno de %Ln: %1</numerusform>
            <numerusform>el más lleno de %Ln: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>audit only</source>
        <translation>solo observar</translation>
    </message>
</context>
<context>
    <name>BudgetOptionFields</name>
    <message>
        <source>Cap at, %</source>
        <translation>Tope al, %</translation>
    </message>
    <message>
        <source>Where the cap stands, in per cent of the amount</source>
        <translation>Dónde está el tope, en porcentaje del importe</translation>
    </message>
    <message>
        <source>Long answers</source>
        <translation>Respuestas largas</translation>
    </message>
    <message>
        <source>shorten</source>
        <translation>recortar</translation>
    </message>
    <message>
        <source>do not run</source>
        <translation>no ejecutar</translation>
    </message>
    <message>
        <source>Calls that may cost more than is left</source>
        <translation>Llamadas que pueden costar más de lo que queda</translation>
    </message>
    <message>
        <source>Own budgets</source>
        <translation>Presupuestos propios</translation>
    </message>
    <message>
        <source>bind as well</source>
        <translation>se suman</translation>
    </message>
    <message>
        <source>go before</source>
        <translation>prevalecen</translation>
    </message>
    <message>
        <source>Budgets of one by name</source>
        <translation>Presupuestos nominativos</translation>
    </message>
    <message>
        <source>Without tools</source>
        <translation>Sin herramientas</translation>
    </message>
    <message>
        <source>Tools that are taken away from the first warning on</source>
        <translation>Herramientas que se retiran desde el primer aviso</translation>
    </message>
    <message>
        <source>web_search, code</source>
        <translation>web_search, code</translation>
    </message>
    <message>
        <source>Cheaper models</source>
        <translation>Modelos más baratos</translation>
    </message>
    <message>
        <source>Name one</source>
        <translation>Indicar uno</translation>
    </message>
    <message>
        <source>Models that are asked for</source>
        <translation>Modelos que se piden</translation>
    </message>
    <message>
        <source>models, or *</source>
        <translation>modelos, o *</translation>
    </message>
    <message>
        <source>go to</source>
        <extracomment>between two models: calls to the first go to the second</extracomment>
        <translation>van a</translation>
    </message>
    <message>
        <source>Model to use instead</source>
        <translation>Modelo que se usará en su lugar</translation>
    </message>
    <message>
        <source>a cheaper model</source>
        <translation>un modelo más barato</translation>
    </message>
    <message>
        <source>Leave this model as it is</source>
        <translation>Dejar este modelo como está</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Id of the budget</source>
        <translation>ID del presupuesto</translation>
    </message>
    <message>
        <source>Commands and the API call the budget so, for good.</source>
        <translation>Los comandos y la API llaman así al presupuesto, para siempre.</translation>
    </message>
    <message>
        <source>Commands and the API call the budget so.</source>
        <translation>Los comandos y la API llaman así al presupuesto.</translation>
    </message>
</context>
<context>
    <name>BudgetOptions</name>
    <message>
        <source>Nothing comes of it: it begins with the first warning, and none is set.</source>
        <translation>No tiene efecto: empieza con el primer aviso, y no hay ninguno fijado.</translation>
    </message>
    <message>
        <source>“%1” is no share of the amount.</source>
        <translation>«%1» no es una parte del importe.</translation>
    </message>
    <message>
        <source>Write per cents, like 100 or 90.</source>
        <translation>Escriba porcentajes, por ejemplo 100 o 90.</translation>
    </message>
    <message>
        <source>The whole amount may be spent.</source>
        <translation>Se puede gastar todo el importe.</translation>
    </message>
    <message>
        <source>The cap stands at %1; the rest of %2 is never spent.</source>
        <translation>El tope está en %1; el resto de %2 nunca se gasta.</translation>
    </message>
    <message>
        <source>Calls keep the model that they ask for.</source>
        <translation>Las llamadas conservan el modelo que piden.</translation>
    </message>
    <message>
        <source>From %1 of the amount on, the cheaper model answers.</source>
        <translation>Desde el %1 del importe, responde el modelo más barato.</translation>
    </message>
    <message>
        <source>What no longer fits is answered by the cheaper model.</source>
        <translation>A lo que ya no cabe responde el modelo más barato.</translation>
    </message>
    <message>
        <source>Calls may use all their tools.</source>
        <translation>Las llamadas pueden usar todas sus herramientas.</translation>
    </message>
    <message>
        <source>From %1 of the amount on, the model is not offered these tools.</source>
        <translation>Desde el %1 del importe, no se ofrecen estas herramientas al modelo.</translation>
    </message>
    <message>
        <source>A call that may cost more than is left gets a shorter answer.</source>
        <translation>Una llamada que puede costar más de lo que queda recibe una respuesta más corta.</translation>
    </message>
    <message>
        <source>A call that may cost more than is left is not run.</source>
        <translation>Una llamada que puede costar más de lo que queda no se ejecuta.</translation>
    </message>
    <message>
        <source>Who has a budget by name is bound by that one alone.</source>
        <translation>A quien tiene un presupuesto nominativo solo lo limita ese.</translation>
    </message>
    <message>
        <source>Who has a budget by name is bound by both.</source>
        <translation>A quien tiene un presupuesto nominativo lo limitan ambos.</translation>
    </message>
</context>
<context>
    <name>BudgetPast</name>
    <message>
        <source>%1: counting…</source>
        <comment>Last 7 days</comment>
        <translation>%1: contando…</translation>
    </message>
    <message>
        <source>%1: still counting; the ledger is long.</source>
        <translation>%1: aún contando; el libro contable es largo.</translation>
    </message>
    <message>
        <source>%1: would have refused %2 of all calls</source>
        <translation>%1: habría rechazado %2 de todas las llamadas</translation>
    </message>
    <message numerus="yes">
        <source>%1: matches more than %Ln call(s), would have refused %2</source>
        <translation>
            <numerusform>%1: coincide más de %Ln llamada, habría rechazado %2</numerusform>
            <numerusform>%1: coinciden más de %Ln llamadas, habría rechazado %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: matches %Ln call(s), would have refused %2</source>
        <extracomment>%1 is &quot;Last 7 days&quot;, %2 the calls refused</extracomment>
        <translation>
            <numerusform>%1: coincide %Ln llamada, habría rechazado %2</numerusform>
            <numerusform>%1: coinciden %Ln llamadas, habría rechazado %2</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 refused</source>
        <translation>%1: %2 rechazos</translation>
    </message>
    <message>
        <source>What it would have refused cannot be told: %1</source>
        <translation>No se puede saber lo que habría rechazado: %1</translation>
    </message>
</context>
<context>
    <name>BudgetTable</name>
    <message>
        <source>All budgets</source>
        <translation>Todos los presupuestos</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Quitar filtro</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Nuevo presupuesto</translation>
    </message>
    <message>
        <source>No budget matches “%1”</source>
        <translation>Ningún presupuesto coincide con «%1»</translation>
    </message>
    <message>
        <source>No budget yet, so nothing is refused. A budget caps what a tenant, an agent, a model or everybody may spend.</source>
        <translation>Aún no hay presupuestos, así que no se rechaza nada. Un presupuesto limita lo que pueden gastar una cuenta, un agente, un modelo o todos.</translation>
    </message>
</context>
<context>
    <name>BudgetWindowFields</name>
    <message>
        <source>Per</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Per what</source>
        <translation>Por qué periodo</translation>
    </message>
    <message>
        <source>Length of the rolling window</source>
        <translation>Duración del periodo móvil</translation>
    </message>
    <message>
        <source>90m, 24h, 7d</source>
        <translation>90m, 24h, 7d</translation>
    </message>
    <message>
        <source>from</source>
        <translation>desde el</translation>
    </message>
    <message>
        <source>First day of the week</source>
        <translation>Primer día de la semana</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
    <message>
        <source>Time zone of the window</source>
        <translation>Zona horaria del periodo</translation>
    </message>
</context>
<context>
    <name>BurnCard</name>
    <message>
        <source>Total burn, all tenants, %1</source>
        <translation>Consumo total, todas las cuentas, %1</translation>
    </message>
    <message>
        <source>total burn, all tenants</source>
        <translation>consumo total, todas las cuentas</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>How far back</source>
        <translation>Hasta cuándo atrás</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Stacked by</source>
        <translation>Apilado por</translation>
    </message>
    <message>
        <source>Burn over time, now %1</source>
        <translation>Consumo en el tiempo, ahora %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>At %1</source>
        <translation>A las %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Burn at %1: %2</source>
        <translation>Consumo a las %1: %2</translation>
    </message>
</context>
<context>
    <name>BurnHistory</name>
    <message>
        <source>others</source>
        <translation>otros</translation>
    </message>
    <message>
        <source>5 min ago</source>
        <translation>hace 5 min</translation>
    </message>
    <message>
        <source>4 min</source>
        <translation>4 min</translation>
    </message>
    <message>
        <source>3 min</source>
        <translation>3 min</translation>
    </message>
    <message>
        <source>2 min</source>
        <translation>2 min</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>all tenants</source>
        <translation>todas las cuentas</translation>
    </message>
    <message>
        <source>%1 at its cap</source>
        <translation>%1 en su tope</translation>
    </message>
    <message>
        <source>%1/h</source>
        <comment>currency per hour</comment>
        <translation>%1/h</translation>
    </message>
    <message>
        <source>No pace yet</source>
        <translation>Aún sin ritmo</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Nothing was spent in that time</source>
        <translation>No se gastó nada en ese tiempo</translation>
    </message>
</context>
<context>
    <name>BurnMarks</name>
    <message>
        <source>all paused</source>
        <translation>todo en pausa</translation>
    </message>
    <message>
        <source>all resumed</source>
        <translation>todo reanudado</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 en pausa</translation>
    </message>
    <message>
        <source>%1 resumed</source>
        <translation>%1 reanudada</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 caído</translation>
    </message>
    <message>
        <source>%1 up again</source>
        <translation>%1 activo de nuevo</translation>
    </message>
</context>
<context>
    <name>CallRevenues</name>
    <message>
        <source>“%1” is no amount.</source>
        <translation>«%1» no es un importe.</translation>
    </message>
    <message>
        <source>Write dollars, for example %1.</source>
        <translation>Escriba dólares, por ejemplo %1.</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>An amount stands beside no feature.</source>
        <translation>Hay un importe sin función.</translation>
    </message>
    <message>
        <source>Name the feature.</source>
        <translation>Indique la función.</translation>
    </message>
    <message>
        <source>“%1” stands there twice.</source>
        <translation>«%1» está dos veces.</translation>
    </message>
    <message>
        <source>Take one of the lines away.</source>
        <translation>Quite una de las líneas.</translation>
    </message>
    <message>
        <source>Revenue per feature…</source>
        <translation>Ingreso por función…</translation>
    </message>
    <message numerus="yes">
        <source>Revenue of %Ln feature(s)…</source>
        <translation>
            <numerusform>Ingreso de %Ln función…</numerusform>
            <numerusform>Ingreso de %Ln funciones…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapAmount</name>
    <message>
        <source>“%1” is not an amount.</source>
        <translation>«%1» no es un importe.</translation>
    </message>
    <message>
        <source>Type %1, or a change such as +2 or −10%.</source>
        <translation>Escriba %1, o un cambio como +2 o −10%.</translation>
    </message>
    <message>
        <source>A cap is at least %1.</source>
        <translation>Un tope es como mínimo de %1.</translation>
    </message>
    <message>
        <source>Pause the tenant to stop its calls.</source>
        <translation>Pause la cuenta para detener sus llamadas.</translation>
    </message>
    <message>
        <source>A cap is at most %1.</source>
        <translation>Un tope es como máximo de %1.</translation>
    </message>
    <message>
        <source>Type a smaller amount.</source>
        <translation>Escriba un importe menor.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>«%1» no es un número entero.</translation>
    </message>
    <message>
        <source>Type %1, or a change such as +500 or −10%.</source>
        <translation>Escriba %1, o un cambio como +500 o −10%.</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>solicitudes</translation>
    </message>
</context>
<context>
    <name>CapChange</name>
    <message>
        <source>%1: told at the cap only</source>
        <translation>%1: aviso solo en el tope</translation>
    </message>
    <message>
        <source>%1: told at %2</source>
        <translation>%1: aviso al %2</translation>
    </message>
    <message>
        <source>%1: %2 until %3</source>
        <comment>research: +$20.00 until 21 Nov 18:00</comment>
        <translation>%1: %2 hasta el %3</translation>
    </message>
    <message>
        <source>%1: raise ended</source>
        <translation>%1: fin del aumento</translation>
    </message>
    <message>
        <source>%1: cap %2 → %3</source>
        <translation>%1: tope %2 → %3</translation>
    </message>
    <message>
        <source>%1: cap of %2 set</source>
        <translation>%1: tope de %2 fijado</translation>
    </message>
    <message>
        <source>%1: cap of %2 removed</source>
        <translation>%1: tope de %2 quitado</translation>
    </message>
    <message>
        <source>%1: budget changed</source>
        <translation>%1: presupuesto cambiado</translation>
    </message>
</context>
<context>
    <name>CapEditor</name>
    <message>
        <source>being set…</source>
        <translation>aplicando…</translation>
    </message>
    <message>
        <source>no cap yet</source>
        <translation>aún sin tope</translation>
    </message>
    <message>
        <source>from %1, being set…</source>
        <translation>antes %1, aplicando…</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the cap before</comment>
        <translation>antes %1</translation>
    </message>
    <message>
        <source>below %1 running calls are cut</source>
        <translation>por debajo de %1 se cortan llamadas en curso</translation>
    </message>
    <message numerus="yes">
        <source>Cut %Ln running call(s)?</source>
        <translation>
            <numerusform>¿Cortar %Ln llamada en curso?</numerusform>
            <numerusform>¿Cortar %Ln llamadas en curso?</numerusform>
        </translation>
    </message>
    <message>
        <source>Lower to %1</source>
        <translation>Bajar a %1</translation>
    </message>
    <message>
        <source>Cut running calls?</source>
        <translation>¿Cortar las llamadas en curso?</translation>
    </message>
</context>
<context>
    <name>CapEditorView</name>
    <message>
        <source>They end with what they have; what they were metered is charged.</source>
        <translation>Terminan con lo que tienen; se cobra lo ya medido.</translation>
    </message>
    <message>
        <source>Lower and cut</source>
        <translation>Bajar y cortar</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Restablecer</translation>
    </message>
</context>
<context>
    <name>CapField</name>
    <message>
        <source>Cap</source>
        <translation>Tope</translation>
    </message>
</context>
<context>
    <name>CapPast</name>
    <message>
        <source>What it would have refused cannot be told: %1</source>
        <translation>No se puede saber lo que habría rechazado: %1</translation>
    </message>
    <message>
        <source>%1: counting…</source>
        <comment>Last 7 days</comment>
        <translation>%1: contando…</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of more than %Ln call(s) would have been refused</source>
        <translation>
            <numerusform>%1: se habría rechazado %2 de más de %Ln llamada</numerusform>
            <numerusform>%1: se habrían rechazado %2 de más de %Ln llamadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %Ln call(s) would have been refused</source>
        <extracomment>%1 is &quot;Last 7 days&quot;, %2 the calls refused</extracomment>
        <translation>
            <numerusform>%1: se habría rechazado %2 de %Ln llamada</numerusform>
            <numerusform>%1: se habrían rechazado %2 de %Ln llamadas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CapRaise</name>
    <message>
        <source>That is more than any cap may be.</source>
        <translation>Es más de lo que puede valer un tope.</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 hora</translation>
    </message>
    <message>
        <source>tonight</source>
        <translation>esta noche</translation>
    </message>
    <message>
        <source>tomorrow night</source>
        <translation>mañana por la noche</translation>
    </message>
    <message>
        <source>Sunday night</source>
        <translation>domingo por la noche</translation>
    </message>
    <message>
        <source>Cap %1 until %2, then %3 again</source>
        <translation>Tope de %1 hasta %2, luego otra vez %3</translation>
    </message>
    <message>
        <source>another time</source>
        <translation>otro momento</translation>
    </message>
</context>
<context>
    <name>CapTrack</name>
    <message>
        <source>Cap, %1</source>
        <translation>Tope, %1</translation>
    </message>
</context>
<context>
    <name>ChoiceMenu</name>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Nothing to choose from</source>
        <translation>Nada que elegir</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>JavaScript</source>
        <translation>JavaScript</translation>
    </message>
    <message>
        <source>curl</source>
        <translation>curl</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Entorno</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>What to write in your program</source>
        <translation>Lo que hay que escribir en el programa</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>ConfigurationCheck</name>
    <message>
        <source>Listening</source>
        <translation>Escucha</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Order of the providers</source>
        <translation>Orden de los proveedores</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>Proveedor %1</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Modelo %1</translation>
    </message>
    <message>
        <source>Route %1</source>
        <translation>Ruta %1</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>Enrutamiento</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>Límites de tasa</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>Keeping data</source>
        <translation>Conservación</translation>
    </message>
    <message>
        <source>Telemetry to %1</source>
        <translation>Telemetría a %1</translation>
    </message>
    <message>
        <source>Telemetry</source>
        <translation>Telemetría</translation>
    </message>
    <message>
        <source>Cost of own hardware</source>
        <translation>Coste del hardware propio</translation>
    </message>
    <message>
        <source>Default budget</source>
        <translation>Presupuesto predeterminado</translation>
    </message>
    <message>
        <source>Other settings</source>
        <translation>Otros ajustes</translation>
    </message>
    <message>
        <source>%1: new</source>
        <translation>%1: nuevo</translation>
    </message>
    <message>
        <source>%1: gone</source>
        <translation>%1: desaparece</translation>
    </message>
    <message>
        <source>%1: different</source>
        <translation>%1: distinto</translation>
    </message>
    <message>
        <source>With this a start would fail. %1 Until then all stays as it is.</source>
        <translation>Con esto fallaría un inicio. %1 Hasta entonces todo sigue como está.</translation>
    </message>
    <message>
        <source>It can be read. Different from the next start:</source>
        <translation>Se puede leer. Cambiará en el próximo inicio:</translation>
    </message>
    <message>
        <source>It can be read, and is in force as it stands.</source>
        <translation>Se puede leer y está en vigor tal como está.</translation>
    </message>
</context>
<context>
    <name>ConnectionLine</name>
    <message>
        <source>Test</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>It is being tried</source>
        <translation>Se está probando</translation>
    </message>
    <message>
        <source>Try %1 now</source>
        <translation>Probar %1 ahora</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Change the address of %1</source>
        <translation>Cambiar la dirección de %1</translation>
    </message>
    <message>
        <source>The configuration file, the environment or the command line says its address</source>
        <translation>El archivo de configuración, el entorno o la línea de órdenes fija su dirección</translation>
    </message>
</context>
<context>
    <name>ConnectionList</name>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modelo</numerusform>
            <numerusform>%n modelos</numerusform>
        </translation>
    </message>
    <message>
        <source>answers in %1</source>
        <translation>responde en %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>clave rechazada</translation>
    </message>
    <message>
        <source>no model server</source>
        <translation>no es un servidor de modelos</translation>
    </message>
    <message>
        <source>no model is loaded</source>
        <translation>ningún modelo cargado</translation>
    </message>
    <message>
        <source>%1. Check the address, and that the server runs.</source>
        <translation>%1. Compruebe la dirección y que el servidor funcione.</translation>
    </message>
    <message>
        <source>%1: the key was refused, or there is none. Set it under Credentials.</source>
        <translation>%1: la clave fue rechazada o no la hay. Defínala en Credenciales.</translation>
    </message>
    <message>
        <source>%1 for /v1/models. Give the server&apos;s own address, as http://localhost:8000.</source>
        <translation>%1 para /v1/models. Indique la dirección del propio servidor, por ejemplo http://localhost:8000.</translation>
    </message>
    <message>
        <source>up</source>
        <translation>activo</translation>
    </message>
    <message>
        <source>down</source>
        <translation>caído</translation>
    </message>
    <message>
        <source>trying…</source>
        <translation>probando…</translation>
    </message>
    <message>
        <source>works</source>
        <translation>funciona</translation>
    </message>
    <message>
        <source>does not work</source>
        <translation>no funciona</translation>
    </message>
    <message>
        <source>prefix hits %1</source>
        <translation>aciertos de prefijo %1</translation>
    </message>
    <message>
        <source>first token %1</source>
        <translation>primer token %1</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>requiere atención</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 en espera</translation>
    </message>
    <message>
        <source>up to date</source>
        <translation>al día</translation>
    </message>
    <message>
        <source>sent %1</source>
        <translation>enviados: %1</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>rechazados: %1</translation>
    </message>
    <message>
        <source>given up %1</source>
        <translation>abandonados: %1</translation>
    </message>
    <message>
        <source>after the restart</source>
        <translation>tras el reinicio</translation>
    </message>
</context>
<context>
    <name>ConsequencePanel</name>
    <message>
        <source>Set cap</source>
        <translation>Fijar tope</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Ctrl Z undoes it afterwards</source>
        <translation>Ctrl Z lo deshace después</translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message>
        <source>No call is running</source>
        <translation>Ninguna llamada en curso</translation>
    </message>
    <message numerus="yes">
        <source>No running call is cut; the %Ln in flight still fit(s)</source>
        <translation>
            <numerusform>No se corta ninguna llamada; %Ln en curso aún cabe</numerusform>
            <numerusform>No se corta ninguna llamada; las %Ln en curso aún caben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 is/are cut</source>
        <translation>
            <numerusform>Se corta %Ln de %1</numerusform>
            <numerusform>Se cortan %Ln de %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln of %1 is/are cut</source>
        <translation>
            <numerusform>Se corta al menos %Ln de %1</numerusform>
            <numerusform>Se cortan al menos %Ln de %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Room for new calls now: %1</source>
        <translation>Margen para nuevas llamadas: %1</translation>
    </message>
    <message>
        <source>Room for new calls stays %1; another cap is tighter</source>
        <translation>El margen para nuevas llamadas sigue en %1; otro tope es más estricto</translation>
    </message>
    <message>
        <source>Room for new calls now: %1, was %2</source>
        <translation>Margen para nuevas llamadas: %1, antes %2</translation>
    </message>
    <message>
        <source>Reaches the cap %1 instead of %2</source>
        <comment>at 17:21 instead of 16:40</comment>
        <translation>Alcanza el tope %1 en vez de %2</translation>
    </message>
    <message>
        <source>%1; it was %2</source>
        <comment>Lasts until Monday; it was 17:21</comment>
        <translation>%1; antes %2</translation>
    </message>
    <message>
        <source>If you let go at %1</source>
        <translation>Si suelta en %1</translation>
    </message>
    <message>
        <source>With a cap of %1</source>
        <translation>Con un tope de %1</translation>
    </message>
</context>
<context>
    <name>ControlCentre</name>
    <message>
        <source>%1 has no price. Its calls are refused.</source>
        <translation>%1 no tiene precio. Sus llamadas se rechazan.</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>No realizado: %1</translation>
    </message>
    <message>
        <source>Every budget</source>
        <translation>Todos los presupuestos</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>CorrectionCard</name>
    <message>
        <source>Correct this request</source>
        <translation>Corregir esta solicitud</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Corregir</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>Cached, cache write, reasoning…</source>
        <translation>En caché, escritura de caché, razonamiento…</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>En caché</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Escritura de caché</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Razonamiento</translation>
    </message>
    <message>
        <source>of the answer</source>
        <translation>de la respuesta</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>empty: by counts</source>
        <translation>vacío: según tokens</translation>
    </message>
    <message>
        <source>Which attempt to correct</source>
        <translation>Qué intento corregir</translation>
    </message>
    <message>
        <source>By</source>
        <comment>who corrects a call</comment>
        <translation>Corregida por</translation>
    </message>
    <message>
        <source>empty: the owner</source>
        <translation>vacío: el propietario</translation>
    </message>
</context>
<context>
    <name>CorrectionEditor</name>
    <message>
        <source>Corrected to %1. It can be corrected again.</source>
        <translation>Corregido a %1. Puede corregirse de nuevo.</translation>
    </message>
    <message>
        <source>Was open when Capstan stopped, so it was charged the most it could cost: %1.</source>
        <translation>Estaba abierta cuando Capstan se detuvo, por lo que se cobró el máximo posible: %1.</translation>
    </message>
    <message>
        <source>Both counts are needed.</source>
        <translation>Se necesitan ambos números.</translation>
    </message>
    <message>
        <source>Write whole numbers of tokens, as vLLM&apos;s log or the client shows them.</source>
        <translation>Escriba números enteros de tokens, como los muestra el registro de vLLM o el cliente.</translation>
    </message>
    <message>
        <source>%1 has no price.</source>
        <translation>%1 no tiene precio.</translation>
    </message>
    <message>
        <source>corrected in the window</source>
        <translation>corregido en la ventana</translation>
    </message>
    <message>
        <source>Comes to %1; gives back %2</source>
        <translation>Resulta en %1; devuelve %2</translation>
    </message>
    <message>
        <source>Comes to %1; charges %2 more</source>
        <translation>Resulta en %1; cobra %2 más</translation>
    </message>
    <message>
        <source>Reasoning is a part of the answer, and cannot be more.</source>
        <translation>El razonamiento es parte de la respuesta y no puede superarla.</translation>
    </message>
    <message>
        <source>Set one under Models &amp; prices, or write what it cost.</source>
        <translation>Fije uno en Modelos y precios, o escriba lo que costó.</translation>
    </message>
    <message>
        <source>There is nothing to correct.</source>
        <translation>No hay nada que corregir.</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>%1 is a budget, the others amounts</extracomment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>Attempt %1: %2</source>
        <translation>Intento %1: %2</translation>
    </message>
</context>
<context>
    <name>CredentialDialog</name>
    <message>
        <source>It goes into the keychain of this desktop and is never shown again.</source>
        <translation>Va al llavero de este escritorio y no se vuelve a mostrar.</translation>
    </message>
    <message>
        <source>Paste it here</source>
        <translation>Péguelo aquí</translation>
    </message>
    <message>
        <source>Make one up, to copy it</source>
        <translation>Generar uno para copiarlo</translation>
    </message>
    <message>
        <source>Keep in the keychain</source>
        <translation>Guardar en el llavero</translation>
    </message>
    <message>
        <source>Nothing was typed</source>
        <translation>No se ha escrito nada</translation>
    </message>
    <message>
        <source>Only for this run</source>
        <translation>Solo para esta ejecución</translation>
    </message>
    <message>
        <source>Kept in memory until Capstan is closed</source>
        <translation>Se guarda en memoria hasta cerrar Capstan</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
</context>
<context>
    <name>CredentialLine</name>
    <message>
        <source>locked</source>
        <translation>bloqueada</translation>
    </message>
    <message>
        <source>set</source>
        <translation>definida</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Reemplazar…</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>Definir…</translation>
    </message>
    <message>
        <source>%1 of the environment goes first; unset it to use the keychain</source>
        <translation>%1 del entorno tiene prioridad; quítela para usar el llavero</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Quitar: %1</translation>
    </message>
</context>
<context>
    <name>CredentialList</name>
    <message>
        <source>Set by %1</source>
        <translation>Definida por %1</translation>
    </message>
    <message>
        <source>Set until Capstan is closed</source>
        <translation>Definida hasta cerrar Capstan</translation>
    </message>
    <message>
        <source>Set, from the keychain</source>
        <translation>Definida, desde el llavero</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Sin definir</translation>
    </message>
    <message>
        <source>Asking the keychain</source>
        <translation>Consultando el llavero</translation>
    </message>
    <message>
        <source>The keychain does not give it</source>
        <translation>El llavero no la entrega</translation>
    </message>
    <message>
        <source>Kept in a keychain that is not there</source>
        <translation>Guardada en un llavero que no está</translation>
    </message>
    <message>
        <source>Credential of %1</source>
        <translation>Credencial de %1</translation>
    </message>
    <message>
        <source>API key of %1</source>
        <translation>Clave de API de %1</translation>
    </message>
    <message>
        <source>Admin token</source>
        <translation>Token de administración</translation>
    </message>
    <message>
        <source>Secret of internal services</source>
        <translation>Secreto de servicios internos</translation>
    </message>
    <message>
        <source>Langfuse public key</source>
        <translation>Clave pública de Langfuse</translation>
    </message>
    <message>
        <source>Langfuse secret key</source>
        <translation>Clave secreta de Langfuse</translation>
    </message>
    <message>
        <source>Helicone API key</source>
        <translation>Clave de API de Helicone</translation>
    </message>
    <message>
        <source>OpenTelemetry headers</source>
        <translation>Cabeceras de OpenTelemetry</translation>
    </message>
    <message>
        <source>Webhook address</source>
        <translation>Dirección del webhook</translation>
    </message>
</context>
<context>
    <name>CredentialSection</name>
    <message>
        <source>Kept in the keychain of this desktop, in force at once. Capstan never shows a value again, only whether one is set.</source>
        <translation>Se guardan en el llavero de este escritorio y valen al instante. Capstan nunca vuelve a mostrar un valor, solo si está definido.</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Volver a preguntar</translation>
    </message>
    <message>
        <source>Not done</source>
        <translation>No realizado</translation>
    </message>
    <message>
        <source>Remove: %1?</source>
        <translation>¿Quitar: %1?</translation>
    </message>
    <message>
        <source>It is deleted from the keychain and cannot be brought back. What needs it stops working at once.</source>
        <translation>Se borra del llavero y no puede recuperarse. Lo que la necesita deja de funcionar al instante.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>Currencies</name>
    <message>
        <source>1 USD = %1 %2, fixed</source>
        <translation>1 USD = %1 %2, fijo</translation>
    </message>
    <message>
        <source>1 USD = %1 %2, fixed on %3</source>
        <translation>1 USD = %1 %2, fijado el %3</translation>
    </message>
</context>
<context>
    <name>CurrencyLine</name>
    <message>
        <source>Currency</source>
        <translation>Moneda</translation>
    </message>
    <message>
        <source>Code of the currency</source>
        <translation>Código de la moneda</translation>
    </message>
    <message>
        <source>Units of it per US dollar</source>
        <translation>Unidades por dólar</translation>
    </message>
    <message>
        <source>Date of the rate</source>
        <translation>Fecha del tipo de cambio</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>EUR</source>
        <translation>EUR</translation>
    </message>
</context>
<context>
    <name>Dates</name>
    <message>
        <source>HH:mm</source>
        <comment>pattern of QLocale</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>HH:mm:ss</source>
        <comment>pattern of QLocale</comment>
        <translation>HH:mm:ss</translation>
    </message>
    <message>
        <source>HH:mm:ss.zzz</source>
        <comment>pattern of QLocale</comment>
        <translation>HH:mm:ss.zzz</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>pattern of QLocale</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>pattern of QLocale</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>pattern of QLocale</comment>
        <translation>d MMM HH:mm</translation>
    </message>
    <message>
        <source>dddd</source>
        <comment>pattern of QLocale</comment>
        <translation>dddd</translation>
    </message>
    <message>
        <source>ddd HH:mm</source>
        <comment>pattern of QLocale</comment>
        <translation>ddd HH:mm</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>pattern of QLocale</comment>
        <translation>ddd d MMM</translation>
    </message>
    <message>
        <source>dddd d MMMM, HH:mm</source>
        <comment>pattern of QLocale</comment>
        <translation>dddd, d &apos;de&apos; MMMM, HH:mm</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>hoy %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>ayer %1</translation>
    </message>
</context>
<context>
    <name>DaysFilterChip</name>
    <message>
        <source>%1 to %2</source>
        <comment>two days</comment>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>from … to …</source>
        <translation>desde … hasta …</translation>
    </message>
    <message>
        <source>Write the first day and the last one, as 2026-11-01.</source>
        <translation>Escriba el primer día y el último, por ejemplo 2026-11-01.</translation>
    </message>
    <message>
        <source>The last day must not be before the first one.</source>
        <translation>El último día no debe ser anterior al primero.</translation>
    </message>
</context>
<context>
    <name>DimensionList</name>
    <message>
        <source>not given</source>
        <translation>sin indicar</translation>
    </message>
    <message>
        <source>all budgets</source>
        <translation>todos los presupuestos</translation>
    </message>
</context>
<context>
    <name>DimensionTable</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 días</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Tope</translation>
    </message>
    <message>
        <source>Spend by %1</source>
        <translation>Gasto por %1</translation>
    </message>
    <message>
        <source>%1, %2 today, %3 in 30 days</source>
        <translation>%1, %2 hoy, %3 en 30 días</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Nothing was spent in the last 30 days</source>
        <translation>No se gastó nada en los últimos 30 días</translation>
    </message>
    <message>
        <source>Budget for it</source>
        <translation>Presupuesto para esto</translation>
    </message>
    <message>
        <source>Select a row first</source>
        <translation>Seleccione primero una fila</translation>
    </message>
    <message>
        <source>From the ledger, settled calls; tenants are live</source>
        <translation>Del libro contable, llamadas contabilizadas; las cuentas van en directo</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Quitar filtro</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>Nada coincide con «%1»</translation>
    </message>
    <message>
        <source>Change its cap</source>
        <translation>Cambiar su tope</translation>
    </message>
</context>
<context>
    <name>Dimensions</name>
    <message>
        <source>tenant</source>
        <translation>cuenta</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>%Ln cuenta</numerusform>
            <numerusform>%Ln cuentas</numerusform>
        </translation>
    </message>
    <message>
        <source>agent</source>
        <translation>agente</translation>
    </message>
    <message numerus="yes">
        <source>%Ln agent(s)</source>
        <translation>
            <numerusform>%Ln agente</numerusform>
            <numerusform>%Ln agentes</numerusform>
        </translation>
    </message>
    <message>
        <source>user</source>
        <translation>usuario</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s)</source>
        <translation>
            <numerusform>%Ln usuario</numerusform>
            <numerusform>%Ln usuarios</numerusform>
        </translation>
    </message>
    <message>
        <source>key</source>
        <translation>clave</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln clave</numerusform>
            <numerusform>%Ln claves</numerusform>
        </translation>
    </message>
    <message>
        <source>feature</source>
        <translation>función</translation>
    </message>
    <message numerus="yes">
        <source>%Ln feature(s)</source>
        <translation>
            <numerusform>%Ln función</numerusform>
            <numerusform>%Ln funciones</numerusform>
        </translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>experimento</translation>
    </message>
    <message numerus="yes">
        <source>%Ln experiment(s)</source>
        <translation>
            <numerusform>%Ln experimento</numerusform>
            <numerusform>%Ln experimentos</numerusform>
        </translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>espacio de nombres</translation>
    </message>
    <message numerus="yes">
        <source>%Ln namespace(s)</source>
        <translation>
            <numerusform>%Ln espacio de nombres</numerusform>
            <numerusform>%Ln espacios de nombres</numerusform>
        </translation>
    </message>
    <message>
        <source>team</source>
        <translation>equipo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln team(s)</source>
        <translation>
            <numerusform>%Ln equipo</numerusform>
            <numerusform>%Ln equipos</numerusform>
        </translation>
    </message>
    <message>
        <source>provider</source>
        <translation>proveedor</translation>
    </message>
    <message numerus="yes">
        <source>%Ln provider(s)</source>
        <translation>
            <numerusform>%Ln proveedor</numerusform>
            <numerusform>%Ln proveedores</numerusform>
        </translation>
    </message>
    <message>
        <source>model</source>
        <translation>modelo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln modelo</numerusform>
            <numerusform>%Ln modelos</numerusform>
        </translation>
    </message>
    <message>
        <source>route</source>
        <translation>ruta</translation>
    </message>
    <message numerus="yes">
        <source>%Ln route(s)</source>
        <translation>
            <numerusform>%Ln ruta</numerusform>
            <numerusform>%Ln rutas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DowngradeList</name>
    <message>
        <source>A line of the cheaper models is only half written.</source>
        <translation>Una línea de los modelos más baratos está a medio rellenar.</translation>
    </message>
    <message>
        <source>Name the model that is asked for and the one to use instead.</source>
        <translation>Indique el modelo que se pide y el que se usará en su lugar.</translation>
    </message>
</context>
<context>
    <name>EarlierAlert</name>
    <message>
        <source>Acknowledge</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>Elegir %1</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1/h</source>
        <comment>per hour</comment>
        <translation>%1/h</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running call(s)</source>
        <translation>
            <numerusform>%Ln llamada en curso</numerusform>
            <numerusform>%Ln llamadas en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the words of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 M</source>
        <comment>millions</comment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <comment>tokens per second</comment>
        <translation>%1 tok/s</translation>
    </message>
    <message>
        <source>%1&#x202f;%</source>
        <comment>percent</comment>
        <translation>%1&#x202f;%</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
</context>
<context>
    <name>FileChooser</name>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
</context>
<context>
    <name>FileImport</name>
    <message>
        <source>Done.</source>
        <translation>Hecho.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s), %1</source>
        <translation>
            <numerusform>%Ln llamada, %1</numerusform>
            <numerusform>%Ln llamadas, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out: %Ln line(s).</source>
        <translation>
            <numerusform>Omitida: %Ln línea.</numerusform>
            <numerusform>Omitidas: %Ln líneas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %L1: %2.</source>
        <translation>Línea %L1: %2.</translation>
    </message>
    <message>
        <source>%1: input %2 → %3, output %4 → %5</source>
        <translation>%1: entrada %2 → %3, salida %4 → %5</translation>
    </message>
    <message>
        <source>%1, made from %2 to %3.</source>
        <translation>%1, del %2 al %3.</translation>
    </message>
    <message>
        <source>New: %1. Reports count them; no cap does, as they are history.</source>
        <translation>Nuevo: %1. Los informes las cuentan; ningún tope, pues son historia.</translation>
    </message>
    <message>
        <source>Nothing is new.</source>
        <translation>No hay nada nuevo.</translation>
    </message>
    <message>
        <source>In the ledger already, and not counted again: %L1.</source>
        <translation>Ya en el libro contable, no se cuentan otra vez: %L1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln price(s).</source>
        <translation>
            <numerusform>%Ln precio.</numerusform>
            <numerusform>%Ln precios.</numerusform>
        </translation>
    </message>
    <message>
        <source>New: %L1, changed: %L2, as they are: %L3.</source>
        <translation>Nuevos: %L1, cambiados: %L2, como están: %L3.</translation>
    </message>
    <message>
        <source>Without effect, as yours go before: %L1.</source>
        <translation>Sin efecto, pues los propios van antes: %L1.</translation>
    </message>
    <message>
        <source>Imported before and not in this list, so taken away: %L1.</source>
        <translation>Importados antes y ausentes de esta lista, así que se quitan: %L1.</translation>
    </message>
    <message>
        <source>Left out, as they are no price per token: %L1.</source>
        <translation>Omitidos, pues no son precios por token: %L1.</translation>
    </message>
    <message>
        <source>Providers: %L1, models: %L2.</source>
        <translation>Proveedores: %L1, modelos: %L2.</translation>
    </message>
    <message>
        <source>Everything could be carried over.</source>
        <translation>Todo pudo trasladarse.</translation>
    </message>
    <message numerus="yes">
        <source>Not carried over: %Ln thing(s).</source>
        <translation>
            <numerusform>Sin trasladar: %Ln elemento.</numerusform>
            <numerusform>Sin trasladar: %Ln elementos.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileSaving</name>
    <message>
        <source>Cancelled. No file was saved.</source>
        <translation>Cancelado. No se guardó ningún archivo.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message numerus="yes">
        <source>Saving, %Ln request(s) so far…</source>
        <translation>
            <numerusform>Guardando, %Ln solicitud hasta ahora…</numerusform>
            <numerusform>Guardando, %Ln solicitudes hasta ahora…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterChip</name>
    <message>
        <source>Filter; Delete takes it away</source>
        <translation>Filtro; Supr lo quita</translation>
    </message>
</context>
<context>
    <name>FindDialog</name>
    <message>
        <source>Found</source>
        <translation>Encontrado</translation>
    </message>
    <message>
        <source>Nothing is called “%1”</source>
        <translation>Nada se llama «%1»</translation>
    </message>
    <message>
        <source>Find a tenant, key, model, request id, setting or action</source>
        <translation>Buscar cuenta, clave, modelo, ID de solicitud, ajuste o acción</translation>
    </message>
</context>
<context>
    <name>FindModel</name>
    <message>
        <source>page</source>
        <translation>página</translation>
    </message>
    <message>
        <source>action</source>
        <translation>acción</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Models &amp; prices</source>
        <translation>Modelos y precios</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Nuevo presupuesto</translation>
    </message>
    <message>
        <source>Pause or resume all</source>
        <translation>Pausar o reanudar todo</translation>
    </message>
    <message>
        <source>request</source>
        <translation>solicitud</translation>
    </message>
    <message>
        <source>tenant</source>
        <translation>cuenta</translation>
    </message>
    <message>
        <source>model</source>
        <translation>modelo</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>key of %1</source>
        <translation>clave de %1</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>ajustes</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>The test call was answered with %1: %2</source>
        <translation>La llamada de prueba recibió la respuesta %1: %2</translation>
    </message>
    <message>
        <source>“%1” is no address. Give one as http://gpu-box:8000.</source>
        <translation>«%1» no es una dirección. Indique una como http://gpu-box:8000.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A price cannot be read. Give dollars per million tokens, as 0.30.</source>
        <translation>No se entiende un precio. Indique dólares por millón de tokens, por ejemplo 0,30.</translation>
    </message>
    <message>
        <source>first key</source>
        <translation>primera clave</translation>
    </message>
    <message>
        <source>Give the tenant a name, as research.</source>
        <translation>Dé un nombre a la cuenta, por ejemplo research.</translation>
    </message>
    <message>
        <source>port %1</source>
        <translation>el puerto %1</translation>
    </message>
    <message>
        <source>All is set up. Nothing is sent anywhere except to your own model server.</source>
        <translation>Todo está listo. No se envía nada a ninguna parte, salvo a su propio servidor de modelos.</translation>
    </message>
    <message numerus="yes">
        <source>%n of 4 steps done. Nothing is sent anywhere except to your own model server.</source>
        <translation>
            <numerusform>%n de cuatro pasos hecho. No se envía nada a ninguna parte, salvo a su propio servidor de modelos.</numerusform>
            <numerusform>%n de cuatro pasos hechos. No se envía nada a ninguna parte, salvo a su propio servidor de modelos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Model server</source>
        <translation>Servidor de modelos</translation>
    </message>
    <message>
        <source>%1 on %2 · %3</source>
        <translation>%1 en %2 · %3</translation>
    </message>
    <message>
        <source>Looking for model servers…</source>
        <translation>Buscando servidores de modelos…</translation>
    </message>
    <message>
        <source>No model server answers on this computer&apos;s ports 8000 to 8009. Start vLLM, or give its address.</source>
        <translation>Ningún servidor de modelos responde en los puertos 8000 a 8009 de este equipo. Inicie vLLM o indique su dirección.</translation>
    </message>
    <message>
        <source>Find the model server</source>
        <translation>Encontrar el servidor de modelos</translation>
    </message>
    <message>
        <source>a model server</source>
        <translation>un servidor de modelos</translation>
    </message>
    <message>
        <source>Found %1 on %2</source>
        <translation>%1 encontrado en %2</translation>
    </message>
    <message numerus="yes">
        <source>Prices for %n model(s)</source>
        <translation>
            <numerusform>Precios de %n modelo</numerusform>
            <numerusform>Precios de %n modelos</numerusform>
        </translation>
    </message>
    <message>
        <source>Price its models</source>
        <translation>Poner precio a sus modelos</translation>
    </message>
    <message>
        <source>%1 to %2 per million tokens</source>
        <translation>De %1 a %2 por millón de tokens</translation>
    </message>
    <message>
        <source>From the list of %1: %2</source>
        <translation>De la lista del %1: %2</translation>
    </message>
    <message>
        <source>Make a tenant with a cap, and its key</source>
        <translation>Crear una cuenta con tope, y su clave</translation>
    </message>
    <message>
        <source>The first call was counted: %1</source>
        <translation>Se contó la primera llamada: %1</translation>
    </message>
    <message>
        <source>Waiting for the first call…</source>
        <translation>Esperando la primera llamada…</translation>
    </message>
    <message>
        <source>From here on every call of %1 shows up in the window.</source>
        <translation>A partir de ahora, cada llamada de %1 aparece en la ventana.</translation>
    </message>
    <message>
        <source>It appears here with its cost the moment it has ended.</source>
        <translation>Aparecerá aquí con su coste en cuanto termine.</translation>
    </message>
    <message>
        <source>Tenant %1, %2 a day</source>
        <translation>Cuenta %1, %2 al día</translation>
    </message>
    <message>
        <source>Warns at %1; refuses at %2</source>
        <extracomment>%1 is &quot;80 %, 95 %&quot;, %2 is &quot;100 %&quot;, of a cap</extracomment>
        <translation>Avisa al %1; rechaza al %2</translation>
    </message>
</context>
<context>
    <name>FirstRunPrices</name>
    <message>
        <source>No list has a price for %1. Say what its tokens shall count; you can change it at any time under Models &amp; prices.</source>
        <translation>Ninguna lista tiene precio para %1. Indique cuánto deben costar sus tokens; puede cambiarlo en cualquier momento en Modelos y precios.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Use these prices</source>
        <translation>Usar estos precios</translation>
    </message>
</context>
<context>
    <name>FirstRunProgram</name>
    <message>
        <source>Change two lines in your program</source>
        <translation>Cambie dos líneas en su programa</translation>
    </message>
    <message>
        <source>The key is shown only now. Copy it before you go on; a new one is a click away.</source>
        <translation>La clave solo se muestra ahora. Cópiela antes de continuar; una nueva está a un clic.</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Enviando…</translation>
    </message>
    <message>
        <source>Send a test call</source>
        <translation>Enviar llamada de prueba</translation>
    </message>
    <message>
        <source>One short question to the model, counted like any other</source>
        <translation>Una pregunta breve al modelo, contada como cualquier otra</translation>
    </message>
    <message>
        <source>Open the window</source>
        <translation>Abrir la ventana</translation>
    </message>
</context>
<context>
    <name>FirstRunServer</name>
    <message>
        <source>Use this</source>
        <translation>Usar este</translation>
    </message>
    <message>
        <source>Address of a model server</source>
        <translation>Dirección de un servidor de modelos</translation>
    </message>
    <message>
        <source>Another address, as http://gpu-box:8000</source>
        <translation>Otra dirección, por ejemplo http://gpu-box:8000</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probarla</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Buscar de nuevo</translation>
    </message>
</context>
<context>
    <name>FirstRunStep</name>
    <message>
        <source>Step %1, done: %2</source>
        <translation>Paso %1, hecho: %2</translation>
    </message>
    <message>
        <source>Step %1: %2</source>
        <translation>Paso %1: %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Go back to: %1</source>
        <translation>Volver a: %1</translation>
    </message>
</context>
<context>
    <name>FirstRunTenant</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name of the tenant</source>
        <translation>Nombre de la cuenta</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Tope</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>al día</translation>
    </message>
    <message>
        <source>Make the tenant and its key</source>
        <translation>Crear la cuenta y su clave</translation>
    </message>
    <message>
        <source>A tenant is whoever pays: a team, a project, a product. Its cap: %1.</source>
        <extracomment>%1 is &quot;Warns at 80 %, 95 %; refuses at 100 %&quot;</extracomment>
        <translation>Una cuenta es quien paga: un equipo, un proyecto, un producto. %1 del tope.</translation>
    </message>
</context>
<context>
    <name>FirstRunView</name>
    <message>
        <source>First run</source>
        <translation>Primer inicio</translation>
    </message>
    <message>
        <source>Skip, I will set it up myself</source>
        <translation>Omitir, lo configuro yo</translation>
    </message>
    <message>
        <source>Your first metered call</source>
        <translation>Su primera llamada medida</translation>
    </message>
    <message>
        <source>You can close this window. Capstan keeps counting.</source>
        <translation>Puede cerrar esta ventana. Capstan sigue contando.</translation>
    </message>
</context>
<context>
    <name>Forecast</name>
    <message>
        <source>at %1</source>
        <comment>17:21</comment>
        <translation>a las %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>Mon 17:21</comment>
        <translation>el %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>Monday</comment>
        <translation>el %1</translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>1 Dec</comment>
        <translation>el %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>17:21</comment>
        <translation>hasta las %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>Mon 17:21</comment>
        <translation>hasta el %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>Monday</comment>
        <translation>hasta el %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>1 Dec</comment>
        <translation>hasta el %1</translation>
    </message>
    <message>
        <source>No pace yet</source>
        <translation>Aún sin ritmo</translation>
    </message>
    <message>
        <source>Cap reached, frees %1</source>
        <comment>at 00:00</comment>
        <translation>Tope alcanzado, se libera %1</translation>
    </message>
    <message>
        <source>Cap reached</source>
        <translation>Tope alcanzado</translation>
    </message>
    <message>
        <source>Reaches its cap %1 at this pace</source>
        <comment>at 17:21</comment>
        <translation>A este ritmo alcanza su tope %1</translation>
    </message>
    <message>
        <source>Lasts %1</source>
        <comment>until Monday</comment>
        <translation>Alcanza %1</translation>
    </message>
    <message>
        <source>Lasts for years</source>
        <translation>Alcanza para años</translation>
    </message>
    <message>
        <source>no pace now</source>
        <translation>sin ritmo ahora</translation>
    </message>
    <message>
        <source>full · frees %1</source>
        <comment>at 00:00</comment>
        <translation>lleno · se libera %1</translation>
    </message>
    <message>
        <source>full</source>
        <comment>the cap is reached</comment>
        <translation>lleno</translation>
    </message>
    <message>
        <source>reaches cap %1</source>
        <comment>17:34</comment>
        <translation>llega al tope: %1</translation>
    </message>
    <message>
        <source>lasts %1</source>
        <comment>until Monday</comment>
        <translation>alcanza %1</translation>
    </message>
    <message>
        <source>lasts</source>
        <translation>alcanza</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>The new configuration</source>
        <translation>La nueva configuración</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Examinar</translation>
    </message>
    <message>
        <source>It is being read</source>
        <translation>Se está leyendo</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>No se ha elegido ningún archivo</translation>
    </message>
    <message>
        <source>Save as capstan.yaml</source>
        <translation>Guardar como capstan.yaml</translation>
    </message>
    <message>
        <source>Into the folder for downloads; a file that is there is never overwritten</source>
        <translation>En la carpeta de descargas; un archivo que ya está nunca se sobrescribe</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ImportSection</name>
    <message>
        <source>Calls from before</source>
        <translation>Llamadas de antes</translation>
    </message>
    <message>
        <source>A log of usage, one JSON object a line. Reports count its calls; no cap does.</source>
        <translation>Un registro de uso, un objeto JSON por línea. Los informes cuentan sus llamadas; ningún tope.</translation>
    </message>
    <message>
        <source>Import calls…</source>
        <translation>Importar llamadas…</translation>
    </message>
    <message>
        <source>Another gateway&apos;s configuration</source>
        <translation>Configuración de otra pasarela</translation>
    </message>
    <message>
        <source>A config.yaml or llm-router.toml, written anew as capstan.yaml, to copy or to save</source>
        <translation>Un config.yaml o llm-router.toml, escrito de nuevo como capstan.yaml, para copiar o guardar</translation>
    </message>
    <message>
        <source>Translate…</source>
        <translation>Traducir…</translation>
    </message>
    <message>
        <source>Logs of usage</source>
        <translation>Registros de uso</translation>
    </message>
    <message>
        <source>Each call is counted once, however often its log is imported.</source>
        <translation>Cada llamada se cuenta una vez, por mucho que se importe su registro.</translation>
    </message>
    <message>
        <source>Import calls</source>
        <translation>Importar llamadas</translation>
    </message>
    <message>
        <source>Configurations</source>
        <translation>Configuraciones</translation>
    </message>
    <message>
        <source>Nothing is changed: Capstan reads its own file, capstan.yaml, when it starts.</source>
        <translation>No se cambia nada: al iniciar, Capstan lee su propio archivo, capstan.yaml.</translation>
    </message>
    <message>
        <source>Translate a configuration</source>
        <translation>Traducir una configuración</translation>
    </message>
</context>
<context>
    <name>InvoiceCard</name>
    <message>
        <source>Invoice</source>
        <translation>Factura</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>Guardar PDF</translation>
    </message>
    <message>
        <source>Save this invoice to send it</source>
        <translation>Guardar esta factura para enviarla</translation>
    </message>
    <message>
        <source>Save lines</source>
        <translation>Guardar líneas</translation>
    </message>
    <message>
        <source>Save this invoice&apos;s lines for a spreadsheet</source>
        <translation>Guardar las líneas de esta factura para una hoja de cálculo</translation>
    </message>
    <message>
        <source>Give this invoice its number</source>
        <translation>Dar a esta factura su número</translation>
    </message>
    <message>
        <source>Close for good</source>
        <translation>Cerrar definitivamente</translation>
    </message>
    <message>
        <source>Later corrections stand on the next invoice</source>
        <translation>Las correcciones posteriores van en la factura siguiente</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Dejar abierto</translation>
    </message>
    <message>
        <source>All as FOCUS</source>
        <translation>Todo como FOCUS</translation>
    </message>
    <message>
        <source>Every tenant&apos;s charges in the columns that FinOps tools read</source>
        <translation>Los cargos de cada cuenta en las columnas que leen las herramientas FinOps</translation>
    </message>
    <message>
        <source>Mark-up in percent</source>
        <translation>Recargo en porcentaje</translation>
    </message>
    <message>
        <source>Mark-up in percent, below zero for a discount</source>
        <translation>Recargo en porcentaje, bajo cero para un descuento</translation>
    </message>
    <message>
        <source>Change terms</source>
        <translation>Cambiar condiciones</translation>
    </message>
    <message>
        <source>These terms are in force</source>
        <translation>Estas condiciones ya rigen</translation>
    </message>
    <message>
        <source>Close invoice…</source>
        <translation>Cerrar factura…</translation>
    </message>
    <message>
        <source>A period can be closed once, when it is over</source>
        <translation>Un periodo se cierra una sola vez, cuando ha terminado</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>Guardar JSON</translation>
    </message>
    <message>
        <source>Save this invoice for a program</source>
        <translation>Guardar esta factura para un programa</translation>
    </message>
    <message>
        <source>Save text</source>
        <translation>Guardar texto</translation>
    </message>
    <message>
        <source>Save this invoice&apos;s lines as a table of plain text</source>
        <translation>Guardar las líneas de esta factura como tabla de texto sin formato</translation>
    </message>
</context>
<context>
    <name>InvoiceDesk</name>
    <message>
        <source>Tenant</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation>%1, cerrada</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Borrador</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s), %1 as metered</source>
        <translation>
            <numerusform>%Ln llamada, %1 según lo medido</numerusform>
            <numerusform>%Ln llamadas, %1 según lo medido</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; terms %2 %</source>
        <translation>%1; ajuste pactado %2 %</translation>
    </message>
    <message>
        <source>Give percent from -100 to 1000, as 12.5.</source>
        <translation>Porcentaje de -100 a 1000, como 12.5.</translation>
    </message>
    <message>
        <source>From the next invoice on; this one is closed.</source>
        <translation>Desde la próxima factura; esta está cerrada.</translation>
    </message>
    <message>
        <source>To pay: %1 instead of %2</source>
        <translation>A pagar: %1 en vez de %2</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Closed invoices</source>
        <translation>Facturas cerradas</translation>
    </message>
    <message>
        <source>Choose a tenant and a period</source>
        <translation>Elija una cuenta y un periodo</translation>
    </message>
    <message>
        <source>%1 is to pay %2. The invoice gets its number and stays as it is for good; what is corrected later stands on the next one.</source>
        <translation>%1 debe pagar %2. La factura recibe su número y queda así definitivamente; lo que se corrija después irá en la siguiente.</translation>
    </message>
</context>
<context>
    <name>KeepingSection</name>
    <message>
        <source>Data folder</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <source>Keep the detail of calls</source>
        <translation>Conservar el detalle de las llamadas</translation>
    </message>
    <message>
        <source>Days, and megabytes of the ledger; 0 does not limit. Totals are kept for good.</source>
        <translation>Días y megabytes del libro contable; 0 no limita. Los totales se guardan para siempre.</translation>
    </message>
    <message>
        <source>Days of detail</source>
        <translation>Días de detalle</translation>
    </message>
    <message>
        <source>Megabytes of the ledger</source>
        <translation>Megabytes del libro contable</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>In force after the proxy is started again</source>
        <translation>Vigente tras reiniciar el proxy</translation>
    </message>
    <message>
        <source>Survive a power cut</source>
        <translation>Sobrevivir a un corte de luz</translation>
    </message>
    <message>
        <source>Each call then waits for the disk; a crash of Capstan alone loses nothing either way</source>
        <translation>Cada llamada espera entonces al disco; un fallo de Capstan por sí solo no pierde nada en ningún caso</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Copiar ahora</translation>
    </message>
    <message>
        <source>Proof</source>
        <translation>Comprobación</translation>
    </message>
    <message>
        <source>Reads the whole ledger: is every entry there and unchanged, do all sums agree?</source>
        <translation>Lee todo el libro contable: ¿están todos los asientos, sin cambios, y cuadran todas las sumas?</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Verificar</translation>
    </message>
    <message>
        <source>A copy of one moment beside the ledger, while calls go on.</source>
        <translation>Una copia de un instante junto al libro contable, mientras las llamadas siguen.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Restaurar</translation>
    </message>
    <message>
        <source>Puts a backup in the ledger&apos;s place when Capstan starts again. What would be lost is shown before.</source>
        <translation>Pone una copia de seguridad en lugar del libro contable cuando Capstan se reinicia. Antes se muestra lo que se perdería.</translation>
    </message>
    <message>
        <source>Restore…</source>
        <translation>Restaurar…</translation>
    </message>
    <message>
        <source>Call it off</source>
        <translation>Anular</translation>
    </message>
    <message>
        <source>The ledger stays what it is</source>
        <translation>El libro contable queda como está</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Calls are running; stop them, or wait for their end</source>
        <translation>Hay llamadas en curso; conviene pararlas o esperar a que acaben</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Back up to a file</source>
        <translation>Copiar a un archivo</translation>
    </message>
    <message>
        <source>To a file…</source>
        <translation>A un archivo…</translation>
    </message>
    <message>
        <source>Choose where the backup is written</source>
        <translation>Elegir dónde se escribe la copia de seguridad</translation>
    </message>
</context>
<context>
    <name>KeyChange</name>
    <message>
        <source>Key %1: now called %2</source>
        <translation>Clave %1: ahora se llama %2</translation>
    </message>
    <message>
        <source>Key %1: changed</source>
        <translation>Clave %1: cambiada</translation>
    </message>
</context>
<context>
    <name>KeyDialog</name>
    <message>
        <source>Key for %1 created</source>
        <translation>Clave creada para %1</translation>
    </message>
    <message>
        <source>New virtual key</source>
        <translation>Nueva clave virtual</translation>
    </message>
    <message>
        <source>Key of %1</source>
        <translation>Clave de %1</translation>
    </message>
</context>
<context>
    <name>KeyForm</name>
    <message>
        <source>all models</source>
        <translation>todos los modelos</translation>
    </message>
    <message>
        <source>any agent</source>
        <translation>cualquier agente</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 al día</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>none; else an amount a day, like %1</source>
        <comment>$5.00</comment>
        <translation>ninguno; si no, un importe al día como %1</translation>
    </message>
</context>
<context>
    <name>KeyLine</name>
    <message>
        <source>%1 is revoked</source>
        <translation>%1 está revocada</translation>
    </message>
    <message>
        <source>Rename or limit %1</source>
        <translation>Renombrar o limitar %1</translation>
    </message>
    <message>
        <source>Revoke %1…</source>
        <translation>Revocar %1…</translation>
    </message>
</context>
<context>
    <name>KeyListModel</name>
    <message>
        <source>agent %1</source>
        <translation>agente %1</translation>
    </message>
    <message numerus="yes">
        <source>%n model(s)</source>
        <translation>
            <numerusform>%n modelo</numerusform>
            <numerusform>%n modelos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at a time</source>
        <translation>%1 a la vez</translation>
    </message>
    <message>
        <source>revoked %1</source>
        <translation>revocada %1</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>caducada %1</translation>
    </message>
    <message>
        <source>never used</source>
        <translation>nunca usada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) a minute</source>
        <translation>
            <numerusform>%Ln solicitud por minuto</numerusform>
            <numerusform>%Ln solicitudes por minuto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) a minute</source>
        <translation>
            <numerusform>%Ln token por minuto</numerusform>
            <numerusform>%Ln tokens por minuto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) an hour</source>
        <translation>
            <numerusform>%Ln solicitud por hora</numerusform>
            <numerusform>%Ln solicitudes por hora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s) an hour</source>
        <translation>
            <numerusform>%Ln token por hora</numerusform>
            <numerusform>%Ln tokens por hora</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KeyRate</name>
    <message>
        <source>any a minute</source>
        <translation>sin límite/min</translation>
    </message>
    <message>
        <source>any an hour</source>
        <translation>sin límite/h</translation>
    </message>
</context>
<context>
    <name>KeySection</name>
    <message>
        <source>Virtual keys</source>
        <translation>Claves virtuales</translation>
    </message>
    <message>
        <source>No virtual key yet</source>
        <translation>Aún no hay claves virtuales</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Crear clave</translation>
    </message>
    <message>
        <source>Revoke %1?</source>
        <translation>¿Revocar %1?</translation>
    </message>
    <message>
        <source>%1 stops working at once and for good; calls with it are refused. What it has spent stays counted.</source>
        <translation>%1 deja de funcionar al instante y para siempre; las llamadas con ella se rechazan. Lo que ha gastado sigue contado.</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Revocar</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Ctrl 1 … 7</source>
        <translation>Ctrl 1 … 7</translation>
    </message>
    <message>
        <source>go to a page</source>
        <translation>ir a una página</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>find anything</source>
        <translation>buscar cualquier cosa</translation>
    </message>
    <message>
        <source>Ctrl F, /</source>
        <translation>Ctrl F, /</translation>
    </message>
    <message>
        <source>filter of the page</source>
        <translation>filtro de la página</translation>
    </message>
    <message>
        <source>F6</source>
        <translation>F6</translation>
    </message>
    <message>
        <source>sidebar, content, inspector</source>
        <translation>barra lateral, contenido, inspector</translation>
    </message>
    <message>
        <source>↑ ↓ Enter</source>
        <translation>↑ ↓ Intro</translation>
    </message>
    <message>
        <source>rows, open</source>
        <translation>filas, abrir</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>put back, close</source>
        <translation>restablecer, cerrar</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>P</source>
        <translation>P</translation>
    </message>
    <message>
        <source>pause or resume the tenant</source>
        <translation>pausar o reanudar la cuenta</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>stop the running call</source>
        <translation>detener la llamada en curso</translation>
    </message>
    <message>
        <source>← →</source>
        <translation>← →</translation>
    </message>
    <message>
        <source>move the cap; Shift fine, Ctrl x10</source>
        <translation>mover el tope; Mayús fino, Ctrl x10</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Inicio, Fin</translation>
    </message>
    <message>
        <source>cap at spent and held, old cap</source>
        <translation>tope en gastado y reservado, tope anterior</translation>
    </message>
    <message>
        <source>Ctrl N</source>
        <translation>Ctrl N</translation>
    </message>
    <message>
        <source>new budget</source>
        <translation>nuevo presupuesto</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>undo; with Shift redo</source>
        <translation>deshacer; con Mayús, rehacer</translation>
    </message>
    <message>
        <source>Ctrl Shift P</source>
        <translation>Ctrl Mayús P</translation>
    </message>
    <message>
        <source>pause all</source>
        <translation>pausar todo</translation>
    </message>
    <message>
        <source>Ctrl W</source>
        <translation>Ctrl W</translation>
    </message>
    <message>
        <source>close the window, go on counting</source>
        <translation>cerrar la ventana, seguir contando</translation>
    </message>
    <message>
        <source>Ctrl Q</source>
        <translation>Ctrl Q</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>salir</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>hold or follow the log; choose an alert</source>
        <translation>pausar o seguir el registro; elegir una alerta</translation>
    </message>
    <message>
        <source>Shift ↑ ↓</source>
        <translation>Mayús ↑ ↓</translation>
    </message>
    <message>
        <source>choose several alerts</source>
        <translation>elegir varias alertas</translation>
    </message>
</context>
<context>
    <name>KeyShown</name>
    <message>
        <source>Copy it now. Capstan keeps only a fingerprint and cannot show it again.</source>
        <translation>Cópiela ahora. Capstan solo guarda una huella y no puede volver a mostrarla.</translation>
    </message>
    <message>
        <source>The new key</source>
        <translation>La nueva clave</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>Tenant, agent</source>
        <translation>Cuenta, agente</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Cap of its own</source>
        <translation>Tope propio</translation>
    </message>
    <message>
        <source>I have stored the key</source>
        <translation>He guardado la clave</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>Mostrar la clave</translation>
    </message>
    <message>
        <source>Show in code</source>
        <translation>Mostrar en el código</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Copy the key, or say that it is stored</source>
        <translation>Copie la clave o indique que está guardada</translation>
    </message>
</context>
<context>
    <name>KeyWriting</name>
    <message>
        <source>Tenant</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>for people, as notebooks</source>
        <translation>para las personas, por ejemplo notebooks</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>any agent</source>
        <translation>cualquier agente</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>Agente</translation>
    </message>
    <message>
        <source>all models; else names, as llama-*, bge-m3</source>
        <translation>todos los modelos; si no, nombres como llama-*, bge-m3</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>sin límite</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>Solicitudes por minuto</translation>
    </message>
    <message>
        <source>Tokens a minute</source>
        <translation>Tokens por minuto</translation>
    </message>
    <message>
        <source>At the same time</source>
        <translation>A la vez</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Crear clave</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Requests an hour</source>
        <translation>Solicitudes por hora</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Solicitudes</translation>
    </message>
    <message>
        <source>Tokens an hour</source>
        <translation>Tokens por hora</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>for good; else 30d, or 2026-12-31</source>
        <translation>sin caducidad; si no, 30d o 2026-12-31</translation>
    </message>
    <message>
        <source>Works until</source>
        <translation>Válida hasta</translation>
    </message>
    <message>
        <source>Cap of its own, a day</source>
        <translation>Tope propio al día</translation>
    </message>
</context>
<context>
    <name>Keychains</name>
    <message>
        <source>Or start Capstan with the secret in its environment variable, or set it for this run only.</source>
        <translation>O inicie Capstan con el secreto en su variable de entorno, o defínalo solo para esta ejecución.</translation>
    </message>
    <message>
        <source>The keychain is locked, or a secret was taken out of it.</source>
        <translation>El llavero está bloqueado, o se sacó un secreto de él.</translation>
    </message>
    <message>
        <source>Unlock it and ask again, or set the secret anew.</source>
        <translation>Desbloquéelo y vuelva a preguntar, o defina el secreto de nuevo.</translation>
    </message>
    <message>
        <source>This session has no keychain.</source>
        <translation>Esta sesión no tiene llavero.</translation>
    </message>
    <message>
        <source>Start gnome-keyring or KWallet.</source>
        <translation>Inicie gnome-keyring o KWallet.</translation>
    </message>
    <message>
        <source>The keychain does not answer.</source>
        <translation>El llavero no responde.</translation>
    </message>
    <message>
        <source>Look for a password dialogue that waits behind other windows.</source>
        <translation>Busque un cuadro de contraseña detrás de otras ventanas.</translation>
    </message>
    <message>
        <source>The keychain failed: %1.</source>
        <translation>El llavero falló: %1.</translation>
    </message>
    <message>
        <source>Try it again.</source>
        <translation>Inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>LabelFilterChip</name>
    <message>
        <source>by a part of the name…</source>
        <translation>por una parte del nombre…</translation>
    </message>
    <message>
        <source>Write a part of the name, like research, agent:crawler or team:.</source>
        <translation>Escriba una parte del nombre, como research, agent:crawler o team:.</translation>
    </message>
</context>
<context>
    <name>LedgerCare</name>
    <message>
        <source>Copying…</source>
        <translation>Copiando…</translation>
    </message>
    <message>
        <source>Reading every entry…</source>
        <translation>Leyendo todos los asientos…</translation>
    </message>
    <message>
        <source>Copied to %1</source>
        <translation>Copiado en %1</translation>
    </message>
    <message>
        <source>Every entry is there and unchanged, and all sums agree.</source>
        <translation>Todos los asientos están, sin cambios, y todas las sumas cuadran.</translation>
    </message>
    <message>
        <source>Keep the ledger as it is, and compare with a backup. Differences: %1. %2</source>
        <translation>Deje el libro contable como está y compárelo con una copia de seguridad. Diferencias: %1. %2</translation>
    </message>
</context>
<context>
    <name>LedgerRestore</name>
    <message numerus="yes">
        <source>%Ln call(s), %1, will not be counted any more.</source>
        <translation>
            <numerusform>%Ln llamada, %1, ya no se contará.</numerusform>
            <numerusform>%Ln llamadas, %1, ya no se contarán.</numerusform>
        </translation>
    </message>
    <message>
        <source>No call is lost.</source>
        <translation>No se pierde ninguna llamada.</translation>
    </message>
    <message numerus="yes">
        <source>The backup counts %Ln call(s) more than the ledger.</source>
        <translation>
            <numerusform>La copia cuenta %Ln llamada más que el libro contable.</numerusform>
            <numerusform>La copia cuenta %Ln llamadas más que el libro contable.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cap(s) become what they were.</source>
        <translation>
            <numerusform>%Ln tope vuelve a ser el que era.</numerusform>
            <numerusform>%Ln topes vuelven a ser los que eran.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s) will not work any more.</source>
        <translation>
            <numerusform>%Ln clave dejará de funcionar.</numerusform>
            <numerusform>%Ln claves dejarán de funcionar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revoked key(s) will work again.</source>
        <translation>
            <numerusform>%Ln clave revocada volverá a funcionar.</numerusform>
            <numerusform>%Ln claves revocadas volverán a funcionar.</numerusform>
        </translation>
    </message>
    <message>
        <source>The present ledger is kept beside it.</source>
        <translation>El libro contable actual se conserva al lado.</translation>
    </message>
    <message>
        <source>A backup takes the ledger&apos;s place when Capstan starts again. %1 must end before.</source>
        <translation>Una copia de seguridad ocupará el lugar del libro contable cuando Capstan se reinicie. Antes deben acabar: %1.</translation>
    </message>
    <message>
        <source>A backup takes the ledger&apos;s place when Capstan starts again.</source>
        <translation>Una copia de seguridad ocupará el lugar del libro contable cuando Capstan se reinicie.</translation>
    </message>
    <message>
        <source>The backup took the ledger&apos;s place. The former ledger is kept as %1.</source>
        <translation>La copia ocupó el lugar del libro contable. El anterior se conserva como %1.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Last call</source>
        <translation>Última llamada</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Spent in all</source>
        <translation>Gastado en total</translation>
    </message>
    <message>
        <source>Spent this month</source>
        <translation>Gastado este mes</translation>
    </message>
    <message>
        <source>Spent today</source>
        <translation>Gastado hoy</translation>
    </message>
</context>
<context>
    <name>ListeningSection</name>
    <message>
        <source>Programs call %1 now.</source>
        <translation>Los programas llaman ahora a %1.</translation>
    </message>
    <message>
        <source>Address and port</source>
        <translation>Dirección y puerto</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Puerto</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>In force after the proxy is started again</source>
        <translation>Vigente tras reiniciar el proxy</translation>
    </message>
    <message>
        <source>Every call needs a virtual key</source>
        <translation>Cada llamada necesita una clave virtual</translation>
    </message>
    <message>
        <source>Without it, programs on this computer may call without one</source>
        <translation>Si no, los programas de este equipo pueden llamar sin ninguna</translation>
    </message>
</context>
<context>
    <name>LiveRow</name>
    <message>
        <source>Stop %1, %2</source>
        <translation>Detener %1, %2</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>One JSON object a line. The reports are made of its calls; nothing of it is kept.</source>
        <translation>Un objeto JSON por línea. Los informes se hacen de sus llamadas; nada se conserva.</translation>
    </message>
    <message>
        <source>Report on a log</source>
        <translation>Informe de un registro</translation>
    </message>
    <message>
        <source>Logs of usage</source>
        <translation>Registros de uso</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Report on it</source>
        <translation>Hacer el informe</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>No se ha elegido ningún archivo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>Moments</name>
    <message>
        <source>“%1” is no time. Write it as 2026-11-21, or 2026-11-21 08:30.</source>
        <translation>«%1» no es una fecha. Escríbala como 2026-11-21 o 2026-11-21 08:30.</translation>
    </message>
</context>
<context>
    <name>MoreFiltersButton</name>
    <message>
        <source>More filters</source>
        <translation>Más filtros</translation>
    </message>
    <message>
        <source>By key, agent, user, team and what else a call can name</source>
        <translation>Por clave, agente, usuario, equipo y todo lo demás que una llamada puede indicar</translation>
    </message>
</context>
<context>
    <name>MuteChange</name>
    <message>
        <source>%1: unmuted</source>
        <translation>%1: avisos reactivados</translation>
    </message>
    <message>
        <source>%1: muted</source>
        <translation>%1: avisos silenciados</translation>
    </message>
    <message>
        <source>%1: muted until %2</source>
        <comment>research, daily cap: muted until 21 Nov 18:00</comment>
        <translation>%1: avisos silenciados hasta %2</translation>
    </message>
</context>
<context>
    <name>MuteDesk</name>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>Every budget</source>
        <translation>Todos los presupuestos</translation>
    </message>
    <message>
        <source>for an hour</source>
        <translation>durante una hora</translation>
    </message>
    <message>
        <source>until tomorrow</source>
        <translation>hasta mañana</translation>
    </message>
    <message>
        <source>for a week</source>
        <translation>durante una semana</translation>
    </message>
    <message>
        <source>until I unmute</source>
        <translation>hasta que lo reactive</translation>
    </message>
    <message>
        <source>until a time</source>
        <translation>hasta otro momento</translation>
    </message>
    <message>
        <source>Write until when.</source>
        <translation>Escriba hasta cuándo.</translation>
    </message>
    <message>
        <source>That is over already.</source>
        <translation>Eso ya pasó.</translation>
    </message>
    <message>
        <source>until you unmute</source>
        <translation>hasta que se reactive</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
</context>
<context>
    <name>MuteDialog</name>
    <message>
        <source>Mute alerts</source>
        <translation>Silenciar alertas</translation>
    </message>
    <message>
        <source>Crossings are kept all the same; nobody is told of them meanwhile.</source>
        <translation>Las superaciones se guardan igualmente; mientras tanto no se avisa a nadie.</translation>
    </message>
    <message>
        <source>What is muted</source>
        <translation>Qué está silenciado</translation>
    </message>
    <message>
        <source>Every budget</source>
        <translation>Todos los presupuestos</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Hasta cuándo</translation>
    </message>
    <message>
        <source>Mute until</source>
        <translation>Silenciar hasta</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>MuteLine</name>
    <message>
        <source>Unmute</source>
        <translation>Reactivar avisos</translation>
    </message>
</context>
<context>
    <name>NameFilterChip</name>
    <message>
        <source>%1 · %2</source>
        <comment>name, id</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>sin indicar</translation>
    </message>
</context>
<context>
    <name>NamesButton</name>
    <message>
        <source>Choose one that has called before</source>
        <translation>Elegir un nombre que ya haya llamado</translation>
    </message>
    <message>
        <source>Choose: %1</source>
        <translation>Elegir: %1</translation>
    </message>
</context>
<context>
    <name>NavigationItem</name>
    <message>
        <source>%1, %2 open</source>
        <translation>%1, abiertas: %2</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%Ln call(s) refused today.</source>
        <translation>
            <numerusform>%Ln llamada rechazada hoy.</numerusform>
            <numerusform>%Ln llamadas rechazadas hoy.</numerusform>
        </translation>
    </message>
    <message>
        <source>The total cap for all tenants is reached.</source>
        <translation>Se alcanzó el tope total de todas las cuentas.</translation>
    </message>
    <message>
        <source>The cap per %1 for all tenants is reached.</source>
        <extracomment>%1 is a length of time: &quot;6 h&quot;</extracomment>
        <translation>Se alcanzó el tope por %1 de todas las cuentas.</translation>
    </message>
    <message>
        <source>The hourly cap for all tenants is reached.</source>
        <translation>Se alcanzó el tope por hora de todas las cuentas.</translation>
    </message>
    <message>
        <source>The daily cap for all tenants is reached.</source>
        <translation>Se alcanzó el tope diario de todas las cuentas.</translation>
    </message>
    <message>
        <source>The weekly cap for all tenants is reached.</source>
        <translation>Se alcanzó el tope semanal de todas las cuentas.</translation>
    </message>
    <message>
        <source>The monthly cap for all tenants is reached.</source>
        <translation>Se alcanzó el tope mensual de todas las cuentas.</translation>
    </message>
    <message>
        <source>New calls are refused.</source>
        <translation>Las llamadas nuevas se rechazan.</translation>
    </message>
    <message>
        <source>New calls are refused %1.</source>
        <translation>Las llamadas nuevas se rechazan %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) let in before is/are finishing; the cost is already held.</source>
        <translation>
            <numerusform>%Ln llamada admitida antes está terminando; el coste ya está reservado.</numerusform>
            <numerusform>%Ln llamadas admitidas antes están terminando; el coste ya está reservado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise cap…</source>
        <translation>Subir el tope…</translation>
    </message>
    <message>
        <source>The ledger cannot be written. Every call is refused.</source>
        <translation>No se puede escribir el libro contable. Se rechazan todas las llamadas.</translation>
    </message>
    <message>
        <source>%1 has not answered since %2.</source>
        <translation>%1 no responde desde las %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) was/were open when Capstan stopped.</source>
        <translation>
            <numerusform>%Ln llamada estaba abierta cuando Capstan se detuvo.</numerusform>
            <numerusform>%Ln llamadas estaban abiertas cuando Capstan se detuvo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Counted at the upper bound, %1.</source>
        <translation>Contado al máximo posible, %1.</translation>
    </message>
    <message>
        <source>All tenants are paused. New calls are refused.</source>
        <translation>Todas las cuentas están en pausa. Las llamadas nuevas se rechazan.</translation>
    </message>
    <message>
        <source>Resume all</source>
        <translation>Reanudar todo</translation>
    </message>
    <message>
        <source>Traffic reaches %1 past Capstan.</source>
        <translation>Llega tráfico a %1 sin pasar por Capstan.</translation>
    </message>
    <message>
        <source>%1 and Capstan count differently.</source>
        <translation>%1 y Capstan cuentan de forma distinta.</translation>
    </message>
    <message>
        <source>%1 takes nothing.</source>
        <translation>%1 no acepta nada.</translation>
    </message>
    <message>
        <source>Set a price…</source>
        <translation>Poner precio…</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>notices</comment>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>At least %1 prompt and %2 generated tokens reached %3 without passing Capstan. Find who calls it directly, and let only this machine reach its port.</source>
        <translation>Al menos %1 tokens de prompt y %2 generados llegaron a %3 sin pasar por Capstan. Averigüe quién lo llama directamente y deje que solo este equipo acceda a su puerto.</translation>
    </message>
    <message>
        <source>Capstan counted %1 prompt and %2 generated tokens that %3 did not: calls whose count was lost are charged what they may have used.</source>
        <translation>Capstan contó %1 tokens de prompt y %2 generados que %3 no contó: las llamadas cuyo recuento se perdió se cobran por lo que pudieron usar.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) used more than was held.</source>
        <translation>
            <numerusform>%Ln llamada usó más de lo reservado.</numerusform>
            <numerusform>%Ln llamadas usaron más de lo reservado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Charged in full. %1 counts more tokens than Capstan expected of it.</source>
        <translation>Se cobró por completo. %1 cuenta más tokens de los que Capstan esperaba.</translation>
    </message>
</context>
<context>
    <name>OpenAlert</name>
    <message>
        <source>Adjust cap</source>
        <translation>Ajustar el tope</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Mute until tomorrow</source>
        <translation>Silenciar hasta mañana</translation>
    </message>
</context>
<context>
    <name>Overview</name>
    <message>
        <source>%1 by %2</source>
        <extracomment>&quot;$996 by 30 Nov&quot;: what will be spent by that day</extracomment>
        <translation>%1 para el %2</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>sin tope</translation>
    </message>
    <message>
        <source>No cap is set</source>
        <translation>No hay tope fijado</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>de %1</translation>
    </message>
    <message>
        <source>cap reached</source>
        <translation>tope alcanzado</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>%1 plan</source>
        <comment>of $400.00 plan</comment>
        <translation>%1 previstos</translation>
    </message>
    <message>
        <source>no plan</source>
        <translation>sin plan</translation>
    </message>
    <message>
        <source>%1 today</source>
        <comment>of $30.00 today</comment>
        <translation>%1 hoy</translation>
    </message>
    <message>
        <source>today, no cap</source>
        <translation>hoy, sin tope</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Esta semana</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Este mes</translation>
    </message>
    <message>
        <source>Point a program at the address below. Its first call shows up here at once, with its cost.</source>
        <translation>Apunte un programa a la dirección de abajo. Su primera llamada aparece aquí al instante, con su coste.</translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Aún no hay llamadas</translation>
    </message>
    <message>
        <source>Running cost, solid · still held, striped</source>
        <translation>Coste en curso, sólido · aún reservado, rayado</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Top models today</source>
        <translation>Principales modelos de hoy</translation>
    </message>
    <message>
        <source>Top tenants today</source>
        <translation>Principales cuentas de hoy</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Top of what</source>
        <translation>Clasificación de qué</translation>
    </message>
    <message>
        <source>In flight %1</source>
        <translation>En curso %1</translation>
    </message>
    <message>
        <source>Top tenants</source>
        <translation>Principales cuentas</translation>
    </message>
    <message>
        <source>Top models</source>
        <translation>Principales modelos</translation>
    </message>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>What to list</source>
        <translation>Qué mostrar</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
</context>
<context>
    <name>OwnHardwareCard</name>
    <message>
        <source>Own hardware</source>
        <translation>Hardware propio</translation>
    </message>
    <message>
        <source>Own GPU</source>
        <translation>GPU propia</translation>
    </message>
    <message>
        <source>per million tokens, measured on %1</source>
        <translation>por millón de tokens, medido en %1</translation>
    </message>
    <message>
        <source>Purchase</source>
        <translation>Compra</translation>
    </message>
    <message>
        <source>dollars</source>
        <translation>dólares</translation>
    </message>
    <message>
        <source>Written off</source>
        <translation>Amortización</translation>
    </message>
    <message>
        <source>months</source>
        <translation>meses</translation>
    </message>
    <message>
        <source>Power</source>
        <translation>Potencia</translation>
    </message>
    <message>
        <source>watts</source>
        <translation>vatios</translation>
    </message>
    <message>
        <source>Electricity</source>
        <translation>Electricidad</translation>
    </message>
    <message>
        <source>per kWh</source>
        <translation>por kWh</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>tokens/s, all</source>
        <translation>tokens/s, total</translation>
    </message>
    <message>
        <source>per million tokens · %1</source>
        <translation>por millón de tokens · %1</translation>
    </message>
    <message>
        <source>Copy for capstan.yaml</source>
        <translation>Copiar para capstan.yaml</translation>
    </message>
    <message>
        <source>With these lines Capstan measures the price</source>
        <translation>Con estas líneas Capstan mide el precio</translation>
    </message>
</context>
<context>
    <name>OwnHardwareModel</name>
    <message>
        <source>%1/h, busy %2 of the last hour; %3 of it went by idle</source>
        <translation>%1/h, ocupado %2 de la última hora; %3 se fueron en reposo</translation>
    </message>
    <message>
        <source>The purchase price is an amount in dollars.</source>
        <translation>El precio de compra es un importe en dólares.</translation>
    </message>
    <message>
        <source>Written off over 1 to 240 months.</source>
        <translation>Amortización en 1 a 240 meses.</translation>
    </message>
    <message>
        <source>The power is a whole number of watts.</source>
        <translation>La potencia es un número entero de vatios.</translation>
    </message>
    <message>
        <source>The price of a kilowatt-hour is an amount in dollars.</source>
        <translation>El precio del kilovatio hora es un importe en dólares.</translation>
    </message>
    <message>
        <source>The speed is a whole number of tokens a second.</source>
        <translation>La velocidad es un número entero de tokens por segundo.</translation>
    </message>
    <message>
        <source>%1/h at full load</source>
        <translation>%1/h a plena carga</translation>
    </message>
</context>
<context>
    <name>OwnPriceLine</name>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change the price %1</source>
        <translation>Cambiar el precio: %1</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Remove the price %1</source>
        <translation>Quitar el precio: %1</translation>
    </message>
</context>
<context>
    <name>OwnPriceList</name>
    <message>
        <source>held before</source>
        <translation>rigió antes</translation>
    </message>
    <message>
        <source>since the beginning</source>
        <translation>desde el principio</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>a partir del %1</translation>
    </message>
    <message>
        <source>held from %1</source>
        <translation>rigió desde el %1</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde el %1</translation>
    </message>
</context>
<context>
    <name>OwnPrices</name>
    <message>
        <source>Your prices</source>
        <translation>Precios propios</translation>
    </message>
</context>
<context>
    <name>PastRange</name>
    <message>
        <source>Over</source>
        <extracomment>Over which past: &quot;Over: 7 days&quot;</extracomment>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 días</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 días</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
</context>
<context>
    <name>PauseAllButton</name>
    <message>
        <source>Resume all</source>
        <translation>Reanudar todo</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Pausar todo</translation>
    </message>
    <message>
        <source>Ctrl Shift P</source>
        <translation>Ctrl Mayús P</translation>
    </message>
</context>
<context>
    <name>PauseAllDialog</name>
    <message>
        <source>Pause all tenants?</source>
        <translation>¿Pausar todas las cuentas?</translation>
    </message>
    <message>
        <source>Let them finish</source>
        <translation>Dejar que terminen</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Pausar todo</translation>
    </message>
    <message>
        <source>Cut them now</source>
        <translation>Cortar ahora</translation>
    </message>
    <message>
        <source>Leave them running</source>
        <translation>Dejarlas en marcha</translation>
    </message>
</context>
<context>
    <name>PauseChange</name>
    <message>
        <source>All tenants: paused</source>
        <translation>Todas las cuentas: en pausa</translation>
    </message>
    <message>
        <source>All tenants: resumed</source>
        <translation>Todas las cuentas: reanudadas</translation>
    </message>
    <message>
        <source>%1: paused</source>
        <translation>%1: en pausa</translation>
    </message>
    <message>
        <source>%1: resumed</source>
        <translation>%1: reanudada</translation>
    </message>
</context>
<context>
    <name>PauseDialog</name>
    <message>
        <source>Pause %1?</source>
        <translation>¿Pausar %1?</translation>
    </message>
    <message>
        <source>Let them finish</source>
        <translation>Dejar que terminen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Cut them now</source>
        <translation>Cortar ahora</translation>
    </message>
    <message>
        <source>Leave them running</source>
        <translation>Dejarlas en marcha</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
</context>
<context>
    <name>PolicyCare</name>
    <message>
        <source>%1: new</source>
        <translation>%1: nueva</translation>
    </message>
    <message>
        <source>%1: different</source>
        <translation>%1: distinta</translation>
    </message>
    <message>
        <source>%1: gone</source>
        <translation>%1: desaparece</translation>
    </message>
    <message>
        <source>Its version, or the order of its rules</source>
        <translation>Su versión, o el orden de sus reglas</translation>
    </message>
    <message>
        <source>refuses</source>
        <translation>rechaza</translation>
    </message>
    <message>
        <source>moves to a cheaper model</source>
        <translation>pasa a un modelo más barato</translation>
    </message>
    <message>
        <source>tells</source>
        <translation>avisa</translation>
    </message>
    <message>
        <source>There is none: budgets alone decide. The configuration file can name one.</source>
        <translation>No hay ninguna: solo deciden los presupuestos. El archivo de configuración puede indicar una.</translation>
    </message>
    <message>
        <source>Version %1, rules: %2</source>
        <translation>Versión %1, reglas: %2</translation>
    </message>
    <message>
        <source>With this nothing changes. %1</source>
        <translation>Con esto no cambia nada. %1</translation>
    </message>
    <message>
        <source>It is in force as it stands in the file.</source>
        <translation>Está en vigor tal como está en el archivo.</translation>
    </message>
    <message>
        <source>Reading it again would change:</source>
        <translation>Volver a leerla cambiaría:</translation>
    </message>
    <message>
        <source>It was read again, and is in force.</source>
        <translation>Se ha vuelto a leer y está en vigor.</translation>
    </message>
    <message>
        <source>The policy was not changed. %1</source>
        <translation>La política no se ha cambiado. %1</translation>
    </message>
</context>
<context>
    <name>PolicyDialog</name>
    <message>
        <source>The rules of the file are asked about every recorded call, among the budgets there are. Nothing is changed.</source>
        <translation>Las reglas del archivo se aplican a cada llamada registrada, junto a los presupuestos que hay. No se cambia nada.</translation>
    </message>
    <message>
        <source>Try a policy</source>
        <translation>Probar una política</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Políticas</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>It is being tried</source>
        <translation>Se está probando</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>No se ha elegido ningún archivo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>PolicyHitLine</name>
    <message>
        <source>%1 refused</source>
        <translation>%1 rechazadas</translation>
    </message>
</context>
<context>
    <name>PolicyLine</name>
    <message>
        <source>Policy</source>
        <translation>Política</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>Show rules</source>
        <translation>Mostrar reglas</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Read the file as it is now; nothing is changed</source>
        <translation>Lee el archivo tal como está; no se cambia nada</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>Poner en vigor</translation>
    </message>
    <message>
        <source>The next call is judged by it</source>
        <translation>La próxima llamada se juzga según ella</translation>
    </message>
</context>
<context>
    <name>PolicyTrial</name>
    <message numerus="yes">
        <source>Of %Ln call(s), %1 would have been refused; %2 were.</source>
        <translation>
            <numerusform>De %Ln llamada, %1 se habrían rechazado; lo fueron %2.</numerusform>
            <numerusform>De %Ln llamadas, %1 se habrían rechazado; lo fueron %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Moved to a cheaper model: %1; %2 were.</source>
        <translation>Pasadas a un modelo más barato: %1; lo fueron %2.</translation>
    </message>
    <message>
        <source>Answers cut shorter: %1.</source>
        <translation>Respuestas recortadas: %1.</translation>
    </message>
    <message>
        <source>last day</source>
        <translation>último día</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>últimos 7 días</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>últimos 30 días</translation>
    </message>
    <message>
        <source>Spent: %1; it would have been %2.</source>
        <translation>Gastado: %1; habrían sido %2.</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, por %2</translation>
    </message>
    <message>
        <source>first %1; these calls cost %2</source>
        <translation>primero %1; estas llamadas costaron %2</translation>
    </message>
</context>
<context>
    <name>PriceChange</name>
    <message>
        <source>%1 in, %2 out</source>
        <comment>a price: $0.10 in, $0.30 out</comment>
        <translation>%1 de entrada, %2 de salida</translation>
    </message>
    <message>
        <source>%1: your price removed</source>
        <translation>%1: precio propio quitado</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>PriceEditor</name>
    <message>
        <source>%1 tokens in, %2 out: %3</source>
        <translation>%1 tokens de entrada, %2 de salida: %3</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Entrada caché</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>%1 is %2 times above the usual %3 (%4).</source>
        <translation>%1: %2 veces por encima de lo habitual, %3 (%4).</translation>
    </message>
    <message>
        <source>%1 is %2 times below the usual %3 (%4).</source>
        <translation>%1: %2 veces por debajo de lo habitual, %3 (%4).</translation>
    </message>
    <message>
        <source>Was it meant per 1,000 tokens, or for another model?</source>
        <translation>¿Era por 1000 tokens o para otro modelo?</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Escritura de caché</translation>
    </message>
    <message>
        <source>“%1” is no day.</source>
        <translation>«%1» no es un día.</translation>
    </message>
    <message>
        <source>Give one as 2026-12-01.</source>
        <translation>Por ejemplo, 2026-12-01.</translation>
    </message>
    <message>
        <source>Your first price</source>
        <translation>Primer precio propio</translation>
    </message>
    <message>
        <source>Your price from %1</source>
        <translation>Precio propio desde el %1</translation>
    </message>
    <message>
        <source>From %1 prompt tokens on:</source>
        <translation>A partir de %1 tokens de prompt:</translation>
    </message>
</context>
<context>
    <name>PriceEditorCard</name>
    <message>
        <source>Price of %1</source>
        <translation>Precio de %1</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Nuevo precio</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>propio</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Entrada caché</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Guardar de todos modos</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Nothing was changed, or a price cannot be read</source>
        <translation>No ha cambiado nada, o no se entiende un precio</translation>
    </message>
    <message>
        <source>Select a model to see and change its price</source>
        <translation>Seleccione un modelo para ver y cambiar su precio</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Escritura de caché</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Cuota</translation>
    </message>
    <message>
        <source>per request</source>
        <translation>por solicitud</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Válido desde</translation>
    </message>
    <message>
        <source>a day; empty: now</source>
        <translation>día; vacío: ahora</translation>
    </message>
    <message>
        <source>Audio</source>
        <translation>Audio</translation>
    </message>
    <message>
        <source>per minute</source>
        <translation>por minuto</translation>
    </message>
    <message>
        <source>Remove my price…</source>
        <translation>Quitar precio propio…</translation>
    </message>
    <message>
        <source>Cache write, fee, long prompts, source…</source>
        <translation>Escritura de caché, cuota, prompts largos, fuente…</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Fuente</translation>
    </message>
    <message>
        <source>empty: this window</source>
        <translation>vacío: esta ventana</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Leído el</translation>
    </message>
    <message>
        <source>a day; empty: today</source>
        <translation>día; vacío: hoy</translation>
    </message>
</context>
<context>
    <name>PriceField</name>
    <message>
        <source>per million tokens</source>
        <translation>por millón de tokens</translation>
    </message>
</context>
<context>
    <name>PriceListModel</name>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln modelo</numerusform>
            <numerusform>%Ln modelos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln without a price</source>
        <extracomment>%1 is &quot;12 models&quot;</extracomment>
        <translation>
            <numerusform>%1, %Ln sin precio</numerusform>
            <numerusform>%1, %Ln sin precio</numerusform>
        </translation>
    </message>
    <message>
        <source>A call to it is refused wherever a money cap applies.</source>
        <translation>Una llamada se rechaza donde se aplique un tope de dinero.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) was/were refused in the last 7 days, because a money cap applies to them.</source>
        <translation>
            <numerusform>%Ln llamada se rechazó en los últimos 7 días, porque se aplica un tope de dinero.</numerusform>
            <numerusform>%Ln llamadas se rechazaron en los últimos 7 días, porque se aplica un tope de dinero.</numerusform>
        </translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>incluido</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importado</translation>
    </message>
    <message>
        <source>configured</source>
        <translation>configurado</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>propio</translation>
    </message>
    <message>
        <source>free on purpose</source>
        <translation>gratis a propósito</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>desde el %1</translation>
    </message>
    <message>
        <source>not served now</source>
        <translation>no se sirve ahora</translation>
    </message>
    <message>
        <source>on %1</source>
        <translation>en %1</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>sin precio</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>rechazadas: %1</translation>
    </message>
    <message numerus="yes">
        <source>Shipped list: newest of %1, %n day(s) old.</source>
        <translation>
            <numerusform>Lista incluida: lo más reciente es del %1, hace %n día.</numerusform>
            <numerusform>Lista incluida: lo más reciente es del %1, hace %n días.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported list: newest of %1, %n day(s) old.</source>
        <translation>
            <numerusform>Lista importada: lo más reciente es del %1, hace %n día.</numerusform>
            <numerusform>Lista importada: lo más reciente es del %1, hace %n días.</numerusform>
        </translation>
    </message>
    <message>
        <source>from %1: %2</source>
        <extracomment>%1 is a day, %2 &quot;$0.12 in, $0.30 out&quot;</extracomment>
        <translation>a partir del %1: %2</translation>
    </message>
</context>
<context>
    <name>PricePast</name>
    <message numerus="yes">
        <source>%Ln call(s) more would have been refused.</source>
        <translation>
            <numerusform>Se habría rechazado %Ln llamada más.</numerusform>
            <numerusform>Se habrían rechazado %Ln llamadas más.</numerusform>
        </translation>
    </message>
    <message>
        <source>What it would have cost cannot be told: %1</source>
        <translation>No se puede decir lo que habría costado: %1</translation>
    </message>
    <message>
        <source>%1: counting…</source>
        <extracomment>%1 is &quot;Last 7 days&quot;</extracomment>
        <translation>%1: contando…</translation>
    </message>
    <message>
        <source>It ends before it begins.</source>
        <translation>Acaba antes de empezar.</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Últimos 7 días</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>Últimos 30 días</translation>
    </message>
    <message>
        <source>From – to</source>
        <translation>Desde – hasta</translation>
    </message>
    <message>
        <source>From when?</source>
        <translation>¿Desde cuándo?</translation>
    </message>
    <message>
        <source>%1: %2 spent in all; at this price it would have been %3.</source>
        <extracomment>%1 is &quot;Last 7 days&quot;</extracomment>
        <translation>%1: %2 gastados en total; a este precio habrían sido %3.</translation>
    </message>
</context>
<context>
    <name>PricePastLines</name>
    <message>
        <source>What it would have cost</source>
        <translation>Lo que habría costado</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>Desde cuándo</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Hasta cuándo</translation>
    </message>
    <message>
        <source>until now</source>
        <translation>hasta ahora</translation>
    </message>
</context>
<context>
    <name>PriceRemoval</name>
    <message>
        <source>Calls in the last 7 days: counting…</source>
        <translation>Llamadas en los últimos 7 días: contando…</translation>
    </message>
    <message>
        <source>Remove your price of %1?</source>
        <translation>¿Quitar el precio propio de %1?</translation>
    </message>
    <message>
        <source>Remove your price of %1 from %2?</source>
        <extracomment>%1 is a model, %2 a day</extracomment>
        <translation>¿Quitar el precio propio de %1 desde el %2?</translation>
    </message>
    <message>
        <source>Nothing changes today.</source>
        <translation>Hoy no cambia nada.</translation>
    </message>
    <message>
        <source>Nothing changes today: %1 holds.</source>
        <translation>Hoy no cambia nada: rige %1.</translation>
    </message>
    <message>
        <source>Then it has no price: a call to it is refused wherever a money cap applies.</source>
        <translation>Entonces no tiene precio: una llamada se rechaza donde se aplique un tope de dinero.</translation>
    </message>
    <message>
        <source>Then %1 holds (%2), per million tokens.</source>
        <extracomment>%1 is &quot;$0.10 in, $0.30 out&quot;, %2 who says so: &quot;shipped&quot;</extracomment>
        <translation>Entonces rige %1 (%2), por millón de tokens.</translation>
    </message>
    <message>
        <source>%1 from %2 will not come into force.</source>
        <translation>%1 desde el %2 no entrará en vigor.</translation>
    </message>
    <message>
        <source>Nobody called it in the last 7 days.</source>
        <translation>Nadie lo ha llamado en los últimos 7 días.</translation>
    </message>
    <message>
        <source>Calls in the last 7 days: %1 of %2, for %3 at your price.</source>
        <translation>Llamadas en los últimos 7 días: %1 de %2, por %3 al precio propio.</translation>
    </message>
    <message>
        <source>Whom it touches cannot be told: %1</source>
        <translation>No se puede saber a quién afecta: %1</translation>
    </message>
</context>
<context>
    <name>PriceRemovalDialog</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
</context>
<context>
    <name>PriceTable</name>
    <message>
        <source>Models and prices</source>
        <translation>Modelos y precios</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Quitar filtro</translation>
    </message>
    <message>
        <source>No model matches “%1”</source>
        <translation>Ningún modelo coincide con «%1»</translation>
    </message>
    <message>
        <source>No upstream has listed a model yet.</source>
        <translation>Ningún upstream ha anunciado todavía un modelo.</translation>
    </message>
    <message>
        <source>Yours wins over configured, configured over imported, imported over shipped. A price of 0.00 is a real price: the caps stay on.</source>
        <translation>El propio gana al configurado, el configurado al importado, el importado al incluido. Un precio de 0,00 es un precio real: los topes siguen activos.</translation>
    </message>
    <message>
        <source>What they cost today is not known: %1</source>
        <translation>No se sabe lo que cuestan hoy: %1</translation>
    </message>
</context>
<context>
    <name>PriceTableHead</name>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>$ per million tokens</source>
        <translation>$ por millón de tokens</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>En caché</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Price from</source>
        <translation>Precio de</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
</context>
<context>
    <name>PriceTableRow</name>
    <message>
        <source>%1, %2, input %3, output %4 dollars per million tokens, %5 %6</source>
        <translation>%1, %2, entrada %3, salida %4 dólares por millón de tokens, %5 %6</translation>
    </message>
</context>
<context>
    <name>PriceTierList</name>
    <message>
        <source>From how many tokens of the prompt on?</source>
        <translation>¿A partir de cuántos tokens del prompt?</translation>
    </message>
    <message>
        <source>Write a whole number such as 200000.</source>
        <translation>Escriba un número entero, por ejemplo 200000.</translation>
    </message>
    <message>
        <source>long prompts</source>
        <translation>prompts largos</translation>
    </message>
    <message>
        <source>Another row begins at %1 tokens as well.</source>
        <translation>Otra fila también empieza en %1 tokens.</translation>
    </message>
    <message>
        <source>Change or remove one of them.</source>
        <translation>Cambie o quite una de ellas.</translation>
    </message>
    <message>
        <source>A row of the long prompts cannot be read.</source>
        <translation>No se entiende una fila de los prompts largos.</translation>
    </message>
    <message>
        <source>It says what is wrong.</source>
        <translation>La propia fila dice qué falla.</translation>
    </message>
</context>
<context>
    <name>PriceTiers</name>
    <message>
        <source>Long prompts</source>
        <translation>Prompts largos</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Añadir fila</translation>
    </message>
    <message>
        <source>Other rates from so many tokens of the prompt on</source>
        <translation>Otros precios a partir de cierto número de tokens del prompt</translation>
    </message>
    <message>
        <source>From %1 prompt tokens on</source>
        <translation>A partir de %1 tokens de prompt</translation>
    </message>
    <message>
        <source>%1 from %2 prompt tokens on</source>
        <translation>%1 a partir de %2 tokens de prompt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>A partir de</translation>
    </message>
    <message>
        <source>prompt tokens</source>
        <translation>tokens de prompt</translation>
    </message>
    <message>
        <source>Remove the row from %1 prompt tokens on</source>
        <translation>Quitar la fila a partir de %1 tokens de prompt</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Cached input</source>
        <translation>Entrada caché</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Escritura de caché</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
</context>
<context>
    <name>PricesPage</name>
    <message>
        <source>Models &amp; prices</source>
        <translation>Modelos y precios</translation>
    </message>
    <message>
        <source>Add price</source>
        <translation>Añadir precio</translation>
    </message>
    <message>
        <source>%1 has no price</source>
        <translation>%1 no tiene precio</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>Poner precio</translation>
    </message>
    <message>
        <source>View calls</source>
        <translation>Ver llamadas</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Whole price book</source>
        <translation>Toda la lista</translation>
    </message>
    <message>
        <source>Which models</source>
        <translation>Qué modelos</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>Filtrar modelos</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Price lists</source>
        <translation>Listas de precios</translation>
    </message>
    <message>
        <source>A JSON file in LiteLLM&apos;s format. Its prices go before those shipped, and after yours; they replace what was imported before.</source>
        <translation>Un archivo JSON en el formato de LiteLLM. Sus precios van antes que los incluidos y después de los propios; sustituyen lo importado antes.</translation>
    </message>
    <message>
        <source>Import prices</source>
        <translation>Importar precios</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Aún no se ha cambiado nada</translation>
    </message>
</context>
<context>
    <name>ProgressStripe</name>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Use a free port</source>
        <translation>Usar un puerto libre</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>QuitDialog</name>
    <message>
        <source>Quit Capstan?</source>
        <translation>¿Salir de Capstan?</translation>
    </message>
    <message>
        <source>Let them finish, then quit</source>
        <translation>Dejar que terminen y salir</translation>
    </message>
    <message>
        <source>Cut them and quit</source>
        <translation>Cortar y salir</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Seguir en marcha</translation>
    </message>
    <message>
        <source>Minimise and go on</source>
        <translation>Minimizar y seguir</translation>
    </message>
    <message>
        <source>Stop the proxy and quit</source>
        <translation>Detener el proxy y salir</translation>
    </message>
</context>
<context>
    <name>RaiseCard</name>
    <message>
        <source>End it now</source>
        <translation>Terminar ahora</translation>
    </message>
    <message>
        <source>Raise otherwise…</source>
        <translation>Subir de otro modo…</translation>
    </message>
    <message>
        <source>Raise until…</source>
        <translation>Subir hasta…</translation>
    </message>
    <message>
        <source>Raise by</source>
        <translation>Subir en</translation>
    </message>
    <message>
        <source>until</source>
        <translation>hasta</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Raise</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Hasta cuándo</translation>
    </message>
    <message>
        <source>18:00, 3d or 2026-12-01 18:00</source>
        <translation>18:00, 3d o 2026-12-01 18:00</translation>
    </message>
    <message>
        <source>Say until when first</source>
        <translation>Indique primero hasta cuándo</translation>
    </message>
</context>
<context>
    <name>RangeMenu</name>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>From when</source>
        <translation>Desde cuándo</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Until when</source>
        <translation>Hasta cuándo</translation>
    </message>
    <message>
        <source>open, or 2026-11-22</source>
        <translation>abierto, o 2026-11-22</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>ReconcileList</name>
    <message numerus="yes">
        <source>$%1 in %Ln call(s)</source>
        <translation>
            <numerusform>$%1 en %Ln llamada</numerusform>
            <numerusform>$%1 en %Ln llamadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory, as this window shows it</source>
        <translation>Memoria, como la muestra esta ventana</translation>
    </message>
    <message>
        <source>/metrics, as Prometheus reads it</source>
        <translation>/metrics, como lo lee Prometheus</translation>
    </message>
    <message>
        <source>The ledger&apos;s entries</source>
        <translation>Los asientos del libro contable</translation>
    </message>
    <message>
        <source>The ledger&apos;s totals</source>
        <translation>Los totales del libro contable</translation>
    </message>
    <message>
        <source>Acknowledged %1</source>
        <translation>Confirmado: %1</translation>
    </message>
    <message>
        <source>; %1 waits</source>
        <translation>; en espera: %1</translation>
    </message>
    <message>
        <source>; %1 was refused</source>
        <translation>; rechazado: %1</translation>
    </message>
    <message>
        <source>; %1 was given up</source>
        <translation>; abandonado: %1</translation>
    </message>
    <message>
        <source>; %1 was before it</source>
        <translation>; anterior al destino: %1</translation>
    </message>
    <message>
        <source>All agree, to the nano-dollar.</source>
        <translation>Todo coincide, hasta el nanodólar.</translation>
    </message>
</context>
<context>
    <name>ReconcileSection</name>
    <message>
        <source>All that was ever spent is one number: in memory, in the ledger, in /metrics, and in what each destination acknowledged.</source>
        <translation>Todo lo gastado hasta hoy es una sola cifra: en memoria, en el libro contable, en /metrics y en lo que confirmó cada destino.</translation>
    </message>
    <message>
        <source>Compare all places</source>
        <translation>Comparar todos los lugares</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Comparando…</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Every entry of the ledger is being added up</source>
        <translation>Se están sumando todos los asientos del libro contable</translation>
    </message>
    <message>
        <source>Add up every entry and compare; calls go on meanwhile</source>
        <translation>Sumar todos los asientos y comparar; las llamadas siguen mientras tanto</translation>
    </message>
</context>
<context>
    <name>ReportChart</name>
    <message>
        <source>%1, the first %2 of %3</source>
        <translation>%1, los primeros %2 de %3</translation>
    </message>
</context>
<context>
    <name>ReportChartCard</name>
    <message>
        <source>Arrow keys go from point to point</source>
        <translation>Las flechas van de punto en punto</translation>
    </message>
</context>
<context>
    <name>ReportFilters</name>
    <message>
        <source>Calls of</source>
        <translation>Llamadas de</translation>
    </message>
    <message>
        <source>What a call of each feature brings in, so that the report tells the margin</source>
        <translation>Lo que aporta una llamada de cada función, para que el informe dé el margen</translation>
    </message>
</context>
<context>
    <name>ReportList</name>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
</context>
<context>
    <name>ReportTableCard</name>
    <message>
        <source>Rows of the report</source>
        <translation>Filas del informe</translation>
    </message>
</context>
<context>
    <name>ReportTableTitle</name>
    <message>
        <source>%1, sorted, largest first</source>
        <translation>%1, ordenado, de mayor a menor</translation>
    </message>
    <message>
        <source>%1, sorted, smallest first</source>
        <translation>%1, ordenado, de menor a mayor</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>%1, likely between %2 and %3</source>
        <translation>%1, probablemente entre %2 y %3</translation>
    </message>
    <message>
        <source>Cost by tenant and feature</source>
        <translation>Coste por cuenta y función</translation>
    </message>
    <message>
        <source>Which tenant or feature burns the most per request?</source>
        <translation>¿Qué cuenta o función consume más por solicitud?</translation>
    </message>
    <message>
        <source>Experiments: cost and outcome</source>
        <translation>Experimentos: coste y resultado</translation>
    </message>
    <message>
        <source>Which experiment costs more without a better outcome?</source>
        <translation>¿Qué experimento cuesta más sin mejor resultado?</translation>
    </message>
    <message>
        <source>Slow routes and fallbacks</source>
        <translation>Rutas lentas y alternativas</translation>
    </message>
    <message>
        <source>Budget pressure</source>
        <translation>Presión presupuestaria</translation>
    </message>
    <message>
        <source>Which budget namespaces are downgraded or refused?</source>
        <translation>¿Qué espacios de nombres de presupuesto se degradan o rechazan?</translation>
    </message>
    <message>
        <source>Expensive routes</source>
        <translation>Rutas caras</translation>
    </message>
    <message>
        <source>Which routes cost more per request than the threshold?</source>
        <translation>¿Qué rutas cuestan por solicitud más que el umbral?</translation>
    </message>
    <message>
        <source>Cost over time</source>
        <translation>Coste en el tiempo</translation>
    </message>
    <message>
        <source>What was spent on what, per hour, day, week or month?</source>
        <translation>¿Qué se gastó y en qué, por hora, día, semana o mes?</translation>
    </message>
    <message>
        <source>Totals and projection</source>
        <translation>Totales y proyección</translation>
    </message>
    <message>
        <source>What does a day cost, and what will the month?</source>
        <translation>¿Cuánto cuesta un día y cuánto costará el mes?</translation>
    </message>
    <message>
        <source>Forecast</source>
        <translation>Previsión</translation>
    </message>
    <message>
        <source>What will the days left of this month cost?</source>
        <translation>¿Cuánto costarán los días que quedan de este mes?</translation>
    </message>
    <message>
        <source>Spikes</source>
        <translation>Picos</translation>
    </message>
    <message>
        <source>Which hours or days cost far more than usual?</source>
        <translation>¿Qué horas o días cuestan mucho más de lo habitual?</translation>
    </message>
    <message>
        <source>Models without a price</source>
        <translation>Modelos sin precio</translation>
    </message>
    <message>
        <source>Which models were refused for want of a price?</source>
        <translation>¿Qué modelos se rechazaron por falta de precio?</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experimento</translation>
    </message>
    <message>
        <source>Namespace</source>
        <translation>Espacio de nombres</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Alternativa</translation>
    </message>
    <message>
        <source>Total cost</source>
        <translation>Coste total</translation>
    </message>
    <message>
        <source>Per call</source>
        <translation>Por llamada</translation>
    </message>
    <message>
        <source>Dearest call</source>
        <translation>Llamada más cara</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Llamadas</translation>
    </message>
    <message>
        <source>Tokens in, mean</source>
        <translation>Tokens entrada, media</translation>
    </message>
    <message>
        <source>Tokens out, mean</source>
        <translation>Tokens salida, media</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Con éxito</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Permitidas</translation>
    </message>
    <message>
        <source>Downgraded</source>
        <translation>Degradadas</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazadas</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Decisiones</translation>
    </message>
    <message>
        <source>95 % within</source>
        <translation>95&#x202f;% en menos de</translation>
    </message>
    <message>
        <source>Mean time</source>
        <translation>Tiempo medio</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Periodo</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Tokens entrada</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>En caché</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Tokens salida</translation>
    </message>
    <message>
        <source>A day, mean</source>
        <translation>Por día, media</translation>
    </message>
    <message>
        <source>Month so far</source>
        <translation>Mes hasta hoy</translation>
    </message>
    <message>
        <source>Whole month</source>
        <translation>Mes completo</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Bajo</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>Probable</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alto</translation>
    </message>
    <message>
        <source>Days tested</source>
        <translation>Días probados</translation>
    </message>
    <message>
        <source>Error, mean</source>
        <translation>Error, media</translation>
    </message>
    <message>
        <source>Error of “as yesterday”</source>
        <translation>Error de «como ayer»</translation>
    </message>
    <message>
        <source>Within the band</source>
        <translation>Dentro de la banda</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habitual</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Puntuación</translation>
    </message>
    <message>
        <source>Last refused</source>
        <translation>Último rechazo</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>Which fallbacks or routes hide latency? Of the newest 50,000 calls.</source>
        <translation>¿Qué alternativas o rutas ocultan latencia? De las 50.000 llamadas más recientes.</translation>
    </message>
    <message>
        <source>Charges (FOCUS)</source>
        <translation>Cargos (FOCUS)</translation>
    </message>
    <message>
        <source>Every tenant&apos;s charges a day, for FinOps tools.</source>
        <translation>Los cargos de cada cuenta por día, para herramientas FinOps.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>Uso</translation>
    </message>
    <message>
        <source>How many calls and tokens, how fast, and what they cost?</source>
        <translation>¿Cuántas llamadas y tokens, a qué velocidad y a qué coste?</translation>
    </message>
    <message>
        <source>Cost by tag</source>
        <translation>Coste por etiqueta</translation>
    </message>
    <message>
        <source>What was spent under each tag, or each value of one?</source>
        <translation>¿Cuánto se gastó con cada etiqueta o con cada valor de una?</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Proveedores</translation>
    </message>
    <message>
        <source>Calls, tokens, cost and last call of each provider.</source>
        <translation>Llamadas, tokens, coste y última llamada de cada proveedor.</translation>
    </message>
    <message>
        <source>Savings</source>
        <translation>Ahorro</translation>
    </message>
    <message>
        <source>What did caches and cheaper routes save, at today&apos;s prices?</source>
        <translation>¿Cuánto ahorraron las cachés y las rutas más baratas, a los precios de hoy?</translation>
    </message>
    <message>
        <source>Models compared</source>
        <translation>Comparación de modelos</translation>
    </message>
    <message>
        <source>What would the same tokens have cost at each other model?</source>
        <translation>¿Cuánto habrían costado los mismos tokens con cada uno de los demás modelos?</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Margen</translation>
    </message>
    <message>
        <source>Margin of revenue</source>
        <translation>Margen sobre ingresos</translation>
    </message>
</context>
<context>
    <name>ReportsModel</name>
    <message>
        <source>Above, $ per call</source>
        <translation>Más de, $ por llamada</translation>
    </message>
    <message>
        <source>Revenue, $ per call</source>
        <translation>Ingreso, $ por llamada</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>last 24 hours</source>
        <translation>últimas 24 horas</translation>
    </message>
    <message>
        <source>last 7 days</source>
        <translation>últimos 7 días</translation>
    </message>
    <message>
        <source>last 30 days</source>
        <translation>últimos 30 días</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>este mes</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>todo</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>Per</source>
        <translation>Por</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>hora</translation>
    </message>
    <message>
        <source>day</source>
        <translation>día</translation>
    </message>
    <message>
        <source>week</source>
        <translation>semana</translation>
    </message>
    <message>
        <source>month</source>
        <translation>mes</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Write an amount in dollars, for example %1.</source>
        <translation>Escriba un importe en dólares, por ejemplo %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln fila</numerusform>
            <numerusform>%Ln filas</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of %2, as of %3</source>
        <translation>Las primeras %1 de %2, a las %3</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translation>%1, a las %2</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Cancelado.</translation>
    </message>
    <message>
        <source>The ledger</source>
        <translation>El libro contable</translation>
    </message>
    <message>
        <source>A log…</source>
        <translation>Un registro…</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Etiqueta</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>minuto</translation>
    </message>
    <message>
        <source>last hour</source>
        <translation>última hora</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Save CSV</source>
        <translation>Guardar CSV</translation>
    </message>
    <message>
        <source>Save the rows for a spreadsheet</source>
        <translation>Guardar las filas para una hoja de cálculo</translation>
    </message>
    <message>
        <source>Save JSON</source>
        <translation>Guardar JSON</translation>
    </message>
    <message>
        <source>Save the rows for a program</source>
        <translation>Guardar las filas para un programa</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Adding up…</source>
        <translation>Sumando…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Quitar filtros</translation>
    </message>
    <message>
        <source>No call matches these filters.</source>
        <translation>Ninguna llamada coincide con estos filtros.</translation>
    </message>
    <message>
        <source>Nothing to report in this time.</source>
        <translation>No hay nada que informar en este periodo.</translation>
    </message>
    <message>
        <source>Hide invoice</source>
        <translation>Ocultar factura</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Factura</translation>
    </message>
    <message>
        <source>A tenant&apos;s month, to send and to close</source>
        <translation>El mes de una cuenta, para enviar y cerrar</translation>
    </message>
    <message>
        <source>Try a policy…</source>
        <translation>Probar una política…</translation>
    </message>
    <message>
        <source>What a policy in a file would have refused, or moved to a cheaper model</source>
        <translation>Lo que una política en un archivo habría rechazado o pasado a un modelo más barato</translation>
    </message>
</context>
<context>
    <name>RequestFilterChip</name>
    <message>
        <source>Request</source>
        <translation>Solicitud</translation>
    </message>
    <message>
        <source>by its id…</source>
        <translation>por su id…</translation>
    </message>
    <message>
        <source>This is no request id. It stands in each answer&apos;s header x-request-id: req- and 32 hex digits.</source>
        <translation>No es un id de solicitud. Figura en la cabecera x-request-id de cada respuesta: req- y 32 dígitos hexadecimales.</translation>
    </message>
</context>
<context>
    <name>RequestStory</name>
    <message>
        <source>Story of the request</source>
        <translation>Historia de la solicitud</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué ocurrió</translation>
    </message>
    <message>
        <source>Open the budget</source>
        <translation>Abrir el presupuesto</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Copiar como texto</translation>
    </message>
    <message>
        <source>Select a request to read its whole story</source>
        <translation>Seleccione una solicitud para leer toda su historia</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <source>Calls go on into the present ledger until Capstan starts again; then the backup takes its place.</source>
        <translation>Las llamadas siguen en el libro contable actual hasta que Capstan se reinicie; entonces la copia ocupa su lugar.</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Restaurar una copia de seguridad</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copia de seguridad</translation>
    </message>
    <message>
        <source>Proving every entry of the backup…</source>
        <translation>Comprobando cada asiento de la copia…</translation>
    </message>
    <message>
        <source>Restore at the next start</source>
        <translation>Restaurar en el próximo inicio</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Examinar</translation>
    </message>
    <message>
        <source>It is being read</source>
        <translation>Se está leyendo</translation>
    </message>
    <message>
        <source>No file was chosen</source>
        <translation>No se ha elegido ningún archivo</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
</context>
<context>
    <name>RestoreTable</name>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>In the backup</source>
        <translation>En la copia</translation>
    </message>
</context>
<context>
    <name>RevenueDialog</name>
    <message>
        <source>Revenue per call</source>
        <translation>Ingreso por llamada</translation>
    </message>
    <message>
        <source>What a call brings in, in dollars. The report adds what is left of it, the margin; nothing of it is kept.</source>
        <translation>Lo que aporta una llamada, en dólares. El informe añade lo que queda de ello, el margen; nada se conserva.</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>a feature</source>
        <translation>una función</translation>
    </message>
    <message>
        <source>Revenue of a call of %1, in dollars</source>
        <translation>Ingreso de una llamada de %1, en dólares</translation>
    </message>
    <message>
        <source>$ per call</source>
        <translation>$ por llamada</translation>
    </message>
    <message>
        <source>Take this feature away</source>
        <translation>Quitar esta función</translation>
    </message>
    <message>
        <source>Choose a feature</source>
        <translation>Elegir una función</translation>
    </message>
    <message>
        <source>Name one</source>
        <translation>Indicar una</translation>
    </message>
    <message>
        <source>Every call</source>
        <translation>Todas las llamadas</translation>
    </message>
    <message>
        <source>Every other call</source>
        <translation>Todas las demás llamadas</translation>
    </message>
    <message>
        <source>Revenue of a call of any other feature, in dollars</source>
        <translation>Ingreso de una llamada de cualquier otra función, en dólares</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>RunningList</name>
    <message>
        <source>Calls in flight</source>
        <translation>Llamadas en curso</translation>
    </message>
    <message>
        <source>No call is running</source>
        <translation>Ninguna llamada en curso</translation>
    </message>
</context>
<context>
    <name>RunningListModel</name>
    <message>
        <source>complete</source>
        <comment>a call</comment>
        <translation>completa</translation>
    </message>
    <message>
        <source>cut</source>
        <comment>a call</comment>
        <translation>cortada</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>a call</comment>
        <translation>detenida</translation>
    </message>
    <message>
        <source>left</source>
        <comment>a call</comment>
        <translation>cliente se fue</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>a call</comment>
        <translation>fallida</translation>
    </message>
    <message>
        <source>recovered</source>
        <comment>a call</comment>
        <translation>recuperada</translation>
    </message>
    <message>
        <source>ended</source>
        <comment>a call</comment>
        <translation>terminada</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>deteniendo…</translation>
    </message>
    <message>
        <source>cost so far %1, at most %2</source>
        <translation>coste hasta ahora %1, como máximo %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln solicitud</numerusform>
            <numerusform>%Ln solicitudes</numerusform>
        </translation>
    </message>
    <message>
        <source>No call is running. New calls are refused until you resume.</source>
        <translation>No hay llamadas en curso. Las nuevas se rechazan hasta que se reanude.</translation>
    </message>
    <message numerus="yes">
        <source>New calls are refused until you resume. Let %Ln running call(s) finish, or cut it/them now?</source>
        <translation>
            <numerusform>Las llamadas nuevas se rechazan hasta que se reanude. ¿Dejar que termine %Ln llamada en curso o cortarla ahora?</numerusform>
            <numerusform>Las llamadas nuevas se rechazan hasta que se reanude. ¿Dejar que terminen %Ln llamadas en curso o cortarlas ahora?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>stopped at $0.0023</comment>
        <translation>%1 con %2</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>%1 (%2), %3</source>
        <translation>%1 (%2), %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 at %2 (%3)</source>
        <translation>%1 en %2 (%3)</translation>
    </message>
    <message>
        <source>next</source>
        <translation>siguiente</translation>
    </message>
    <message>
        <source>There is no alert %1.</source>
        <translation>No existe la alerta %1.</translation>
    </message>
    <message>
        <source>GET /api/admin/alerts lists them.</source>
        <translation>GET /api/admin/alerts las enumera.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>That time is past.</source>
        <translation>Ese momento ya pasó.</translation>
    </message>
    <message>
        <source>Give a time to come.</source>
        <translation>Indicar un momento futuro.</translation>
    </message>
    <message>
        <source>Capstan does not run.</source>
        <translation>Capstan no está en marcha.</translation>
    </message>
    <message>
        <source>Start it, or use `capstan check-config --connect`.</source>
        <translation>Iniciarlo, o usar `capstan check-config --connect`.</translation>
    </message>
    <message>
        <source>%1 is no percentage up to %2.</source>
        <translation>%1 no es un porcentaje de hasta %2.</translation>
    </message>
    <message>
        <source>Write marks as 50,80,95.</source>
        <translation>Escribir los umbrales como 50,80,95.</translation>
    </message>
    <message>
        <source>There are %1 marks.</source>
        <translation>Hay %1 umbrales.</translation>
    </message>
    <message>
        <source>Give at most ten.</source>
        <translation>Indicar diez como máximo.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2.</source>
        <translation>«%1» %2.</translation>
    </message>
    <message>
        <source>Write US dollars as a decimal number with at most nine decimals, for example 0.15.</source>
        <translation>Escribir los dólares como número decimal con nueve decimales como máximo, por ejemplo 0.15.</translation>
    </message>
    <message>
        <source>is not a decimal number</source>
        <translation>no es un número decimal</translation>
    </message>
    <message>
        <source>is finer than a billionth of a dollar</source>
        <translation>es más fino que una milmillonésima de dólar</translation>
    </message>
    <message>
        <source>is beyond 9.2 billion dollars</source>
        <translation>supera 9200 millones de dólares</translation>
    </message>
    <message>
        <source>The mark-up is no percentage from -100 to 1000 with up to four decimals.</source>
        <translation>El recargo no es un porcentaje de -100 a 1000 con hasta cuatro decimales.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in the zone &quot;%2&quot; is no period of days.</source>
        <translation>«%1» en la zona «%2» no es un periodo de días.</translation>
    </message>
    <message>
        <source>Write 2026-10 for a month, 2026-10-05 for a day, or 2026-10-01..2026-10-15; and a zone such as Europe/Berlin.</source>
        <translation>Escribir 2026-10 para un mes, 2026-10-05 para un día, o 2026-10-01..2026-10-15; y una zona como Europe/Berlin.</translation>
    </message>
    <message>
        <source>An invoice in the ledger cannot be read: %1</source>
        <translation>Una factura del libro contable no se puede leer: %1</translation>
    </message>
    <message>
        <source>Run capstan verify, and restore a backup.</source>
        <translation>Ejecutar capstan verify y restaurar una copia.</translation>
    </message>
    <message>
        <source>The period %1 to %2 of %3 is closed, and overlaps.</source>
        <translation>El periodo de %1 a %2 de %3 está cerrado y se solapa.</translation>
    </message>
    <message>
        <source>The period %1 to %2 of %3 is closed already.</source>
        <translation>El periodo de %1 a %2 de %3 ya está cerrado.</translation>
    </message>
    <message>
        <source>The period %1 to %2 of %3 is not over yet.</source>
        <translation>El periodo de %1 a %2 de %3 aún no ha terminado.</translation>
    </message>
    <message>
        <source>What was billed stays; corrections stand on the next invoice.</source>
        <translation>Lo facturado queda; las correcciones van en la factura siguiente.</translation>
    </message>
    <message>
        <source>Another invoice was closed at the same moment.</source>
        <translation>Se cerró otra factura en el mismo momento.</translation>
    </message>
    <message>
        <source>Nothing was changed; close it again.</source>
        <translation>No se cambió nada; cerrarla de nuevo.</translation>
    </message>
    <message>
        <source>The budget %1 is not valid: %2.</source>
        <translation>El presupuesto %1 no es válido: %2.</translation>
    </message>
    <message>
        <source>Correct these fields; nothing was changed.</source>
        <translation>Corregir estos campos; no se cambió nada.</translation>
    </message>
    <message>
        <source>hard_mark_ppm must be above 0 and at most 1000000</source>
        <translation>hard_mark_ppm debe ser mayor que 0 y 1000000 como máximo</translation>
    </message>
    <message>
        <source>soft_marks_ppm must rise, each above 0 and at most hard_mark_ppm</source>
        <translation>soft_marks_ppm deben crecer, cada uno mayor que 0 y hard_mark_ppm como máximo</translation>
    </message>
    <message>
        <source>at_soft.downgrades needs model names in from and to</source>
        <translation>at_soft.downgrades necesita nombres de modelos en from y to</translation>
    </message>
    <message>
        <source>at_soft.downgrades leads from %1 to itself</source>
        <translation>at_soft.downgrades lleva de %1 a sí mismo</translation>
    </message>
    <message>
        <source>at_soft.disable_tools holds an empty name</source>
        <translation>at_soft.disable_tools contiene un nombre vacío</translation>
    </message>
    <message>
        <source>queue_for_s must be 1 to 300 where at_hard is queue</source>
        <translation>queue_for_s debe ser de 1 a 300 cuando se espera</translation>
    </message>
    <message>
        <source>at_hard is downgrade, but at_soft.downgrades names no model</source>
        <translation>hay que degradar, pero at_soft.downgrades no nombra ningún modelo</translation>
    </message>
    <message>
        <source>the raise must be above 0, and the raised limit an amount that can be counted</source>
        <translation>el aumento debe ser mayor que 0, y el tope aumentado, una cantidad contable</translation>
    </message>
    <message>
        <source>id must be 1 to 64 printable ASCII characters without a space</source>
        <translation>id debe tener de 1 a 64 caracteres ASCII imprimibles sin espacio</translation>
    </message>
    <message>
        <source>name must have at most 200 characters</source>
        <translation>el nombre debe tener 200 caracteres como máximo</translation>
    </message>
    <message>
        <source>yields_to_exact needs a selector with a wildcard</source>
        <translation>yields_to_exact necesita un selector con comodín</translation>
    </message>
    <message>
        <source>the limit must be above 0</source>
        <translation>el tope debe ser mayor que 0</translation>
    </message>
    <message>
        <source>the limit times hard_mark_ppm is 0: no call could ever pass</source>
        <translation>el tope por hard_mark_ppm es 0: nunca pasaría ninguna llamada</translation>
    </message>
    <message>
        <source>window: %1</source>
        <translation>periodo: %1</translation>
    </message>
    <message>
        <source>There is no budget %1.</source>
        <translation>No existe el presupuesto %1.</translation>
    </message>
    <message>
        <source>List the budgets to see their ids.</source>
        <translation>La lista de presupuestos muestra sus identificadores.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no counter of the budget %2 (&quot;%3&quot;).</source>
        <translation>«%1» no es un contador del presupuesto %2 («%3»).</translation>
    </message>
    <message>
        <source>Give a label such as tenant:research, or none for all of them.</source>
        <translation>Indicar una etiqueta como tenant:research, o ninguna para todas.</translation>
    </message>
    <message>
        <source>An opening of the budget %1 has not one value for each wildcard.</source>
        <translation>Un saldo inicial del presupuesto %1 no tiene un valor por comodín.</translation>
    </message>
    <message>
        <source>Take the openings from the ledger for this very budget.</source>
        <translation>Tomar del libro contable los saldos iniciales de este presupuesto.</translation>
    </message>
    <message>
        <source>The budget %1 cannot be read: %2.</source>
        <translation>El presupuesto %1 no se puede leer: %2.</translation>
    </message>
    <message>
        <source>Correct these keys; nothing was changed.</source>
        <translation>Corregir estas claves; no se cambió nada.</translation>
    </message>
    <message>
        <source>The scope has no key.</source>
        <translation>El ámbito no tiene clave.</translation>
    </message>
    <message>
        <source>Name whose it is, for example user and ann.</source>
        <translation>Decir de quién es, por ejemplo user y ann.</translation>
    </message>
    <message>
        <source>There is no scope of the type &quot;%1&quot;.</source>
        <translation>No hay un ámbito del tipo «%1».</translation>
    </message>
    <message>
        <source>Give task, user, session, org, tenant, agent, feature or team.</source>
        <translation>Indicar task, user, session, org, tenant, agent, feature o team.</translation>
    </message>
    <message>
        <source>The selector part %1 has no value.</source>
        <translation>La parte %1 del selector no tiene valor.</translation>
    </message>
    <message>
        <source>The selector part %1 has a broken %-escape.</source>
        <translation>La parte %1 del selector tiene un escape % erróneo.</translation>
    </message>
    <message>
        <source>The selector part %1 is not tag:&lt;name&gt;:&lt;value&gt;.</source>
        <translation>La parte %1 del selector no es tag:&lt;name&gt;:&lt;value&gt;.</translation>
    </message>
    <message>
        <source>The selector part %1 is not dimension:value.</source>
        <translation>La parte %1 del selector no es dimensión:valor.</translation>
    </message>
    <message>
        <source>The selector part %1 names an unknown dimension.</source>
        <translation>La parte %1 del selector nombra una dimensión desconocida.</translation>
    </message>
    <message>
        <source>The selector names %1 twice.</source>
        <translation>El selector nombra %1 dos veces.</translation>
    </message>
    <message>
        <source>The scope %1 names an unknown dimension.</source>
        <translation>El ámbito %1 nombra una dimensión desconocida.</translation>
    </message>
    <message>
        <source>The scope %1 has no value.</source>
        <translation>El ámbito %1 no tiene valor.</translation>
    </message>
    <message>
        <source>Write lifetime, rolling:24h, rolling:90m, hour, day, week, week:sunday or month, where needed with a zone as in day@Europe/Berlin.</source>
        <translation>Escribir lifetime, rolling:24h, rolling:90m, hour, day, week, week:sunday o month, si hace falta con zona como day@Europe/Berlin.</translation>
    </message>
    <message>
        <source>The window %1 is not known.</source>
        <translation>El periodo %1 no se conoce.</translation>
    </message>
    <message>
        <source>The window %1 has no readable length or first day.</source>
        <translation>El periodo %1 no tiene una duración o un primer día legible.</translation>
    </message>
    <message>
        <source>The window %1 cannot have that zone.</source>
        <translation>El periodo %1 no puede tener esa zona.</translation>
    </message>
    <message>
        <source>A rolling window is 1 minute to 366 days long, not %1.</source>
        <translation>Un periodo móvil dura de 1 minuto a 366 días, no %1.</translation>
    </message>
    <message>
        <source>A week starts on one of seven days.</source>
        <translation>Una semana empieza en uno de siete días.</translation>
    </message>
    <message>
        <source>The time zone %1 is not known to this machine.</source>
        <translation>Esta máquina no conoce la zona horaria %1.</translation>
    </message>
    <message>
        <source>%1 is no time with a zone.</source>
        <translation>%1 no es una hora con zona.</translation>
    </message>
    <message>
        <source>Write it like 2026-12-31T23:59:59Z, or null for none.</source>
        <translation>Escribirla como 2026-12-31T23:59:59Z, o null para ninguna.</translation>
    </message>
    <message>
        <source>%1 is no text of at most %2 bytes without control characters.</source>
        <translation>%1 no es un texto de %2 bytes como máximo sin caracteres de control.</translation>
    </message>
    <message>
        <source>Give a short name.</source>
        <translation>Indicar un nombre corto.</translation>
    </message>
    <message>
        <source>models is no list of at most %1 names.</source>
        <translation>models no es una lista de %1 nombres como máximo.</translation>
    </message>
    <message>
        <source>Give names, in which * stands for any text: [&quot;llama-*&quot;]; an empty list allows all.</source>
        <translation>Indicar nombres donde * es cualquier texto: [&quot;llama-*&quot;]; una lista vacía los permite todos.</translation>
    </message>
    <message>
        <source>The member %1 is unknown.</source>
        <translation>El miembro %1 es desconocido.</translation>
    </message>
    <message>
        <source>Give name, tenant, agent, models, limits and expires_at.</source>
        <translation>Indicar name, tenant, agent, models, limits y expires_at.</translation>
    </message>
    <message>
        <source>limits is no object.</source>
        <translation>limits no es un objeto.</translation>
    </message>
    <message>
        <source>Write {&quot;requests_per_minute&quot;:60}.</source>
        <translation>Escribir {&quot;requests_per_minute&quot;:60}.</translation>
    </message>
    <message>
        <source>tenant is empty.</source>
        <translation>La cuenta está vacía.</translation>
    </message>
    <message>
        <source>Say who pays for the calls of this key.</source>
        <translation>Decir quién paga las llamadas de esta clave.</translation>
    </message>
    <message>
        <source>Give any of requests_per_minute, requests_per_hour, tokens_per_minute, tokens_per_hour and parallel, each a whole number of at least 1.</source>
        <translation>Indicar requests_per_minute, requests_per_hour, tokens_per_minute, tokens_per_hour o parallel, cada uno un entero de 1 como mínimo.</translation>
    </message>
    <message>
        <source>The limit %1 is unknown.</source>
        <translation>El límite %1 es desconocido.</translation>
    </message>
    <message>
        <source>The limit %1 is out of range.</source>
        <translation>El límite %1 está fuera de rango.</translation>
    </message>
    <message>
        <source>There is no key %1.</source>
        <translation>No existe la clave %1.</translation>
    </message>
    <message>
        <source>List the keys to see their ids.</source>
        <translation>La lista de claves muestra sus identificadores.</translation>
    </message>
    <message>
        <source>The key is revoked.</source>
        <translation>La clave está revocada.</translation>
    </message>
    <message>
        <source>A key keeps its tenant.</source>
        <translation>Una clave conserva su cuenta.</translation>
    </message>
    <message>
        <source>Make another key.</source>
        <translation>Crear otra clave.</translation>
    </message>
    <message>
        <source>Capstan is stopping, so nothing was changed.</source>
        <translation>Capstan se está deteniendo, así que no se cambió nada.</translation>
    </message>
    <message>
        <source>Capstan is stopping, so the ledger was not asked.</source>
        <translation>Capstan se está deteniendo, así que no se consultó el libro contable.</translation>
    </message>
    <message>
        <source>Try again when it has started.</source>
        <translation>Intentarlo de nuevo cuando haya arrancado.</translation>
    </message>
    <message>
        <source>There is no recovered call %1, attempt %2.</source>
        <translation>No hay ninguna llamada recuperada %1, intento %2.</translation>
    </message>
    <message>
        <source>Only calls that were open at a crash, and whose detail is still kept, can be corrected; GET /api/admin/recovered lists them.</source>
        <translation>Solo se pueden corregir llamadas abiertas en una caída cuyo detalle aún se guarda; GET /api/admin/recovered las enumera.</translation>
    </message>
    <message>
        <source>The price of &quot;%1&quot;, key &quot;%2&quot;, %3.</source>
        <translation>El precio de «%1», clave «%2», %3.</translation>
    </message>
    <message>
        <source>Prices are US dollars per million tokens, for example 0.15; zero is a price too.</source>
        <translation>Los precios son dólares por millón de tokens, por ejemplo 0.15; cero también es un precio.</translation>
    </message>
    <message>
        <source>is below zero</source>
        <translation>es menor que cero</translation>
    </message>
    <message>
        <source>does not ascend from above zero</source>
        <translation>no asciende desde más de cero</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>está vacío</translation>
    </message>
    <message>
        <source>is below zero or above $1000</source>
        <translation>es menor que cero o mayor que 1000 $</translation>
    </message>
    <message>
        <source>A call was reported with a negative number of tokens or priced below zero.</source>
        <translation>Se notificó una llamada con un número negativo de tokens o un precio menor que cero.</translation>
    </message>
    <message>
        <source>Charge its upper bound instead, and look at what the upstream reports as usage.</source>
        <translation>Cobrar su cota superior y mirar qué consumo notifica el upstream.</translation>
    </message>
    <message>
        <source>%1: byte %2: %3.</source>
        <translation>%1: byte %2: %3.</translation>
    </message>
    <message>
        <source>byte %1: %2</source>
        <translation>byte %1: %2</translation>
    </message>
    <message>
        <source>Correct the JSON there.</source>
        <translation>Corregir ahí el JSON.</translation>
    </message>
    <message>
        <source>is not &quot;%1&quot;</source>
        <translation>no es «%1»</translation>
    </message>
    <message>
        <source>Convert the prices to it.</source>
        <translation>Convertir los precios a ello.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; has two prices from the same moment.</source>
        <translation>%1: «%2» tiene dos precios desde el mismo momento.</translation>
    </message>
    <message>
        <source>Remove one, or date them with &quot;effective_from&quot;.</source>
        <translation>Quitar uno, o fecharlos con «effective_from».</translation>
    </message>
    <message>
        <source>%1, entry %2 (%3)</source>
        <translation>%1, entrada %2 (%3)</translation>
    </message>
    <message>
        <source>%1, tier %2</source>
        <translation>%1, tramo %2</translation>
    </message>
    <message>
        <source>The price list is not in this program.</source>
        <translation>La lista de precios no está en este programa.</translation>
    </message>
    <message>
        <source>Install Capstan again.</source>
        <translation>Instalar Capstan de nuevo.</translation>
    </message>
    <message>
        <source>%1 is no JSON object.</source>
        <translation>%1 no es un objeto JSON.</translation>
    </message>
    <message>
        <source>%1 is no JSON object: %2.</source>
        <translation>%1 no es un objeto JSON: %2.</translation>
    </message>
    <message>
        <source>The price</source>
        <translation>El precio</translation>
    </message>
    <message>
        <source>The stored setting %1</source>
        <translation>El ajuste guardado %1</translation>
    </message>
    <message>
        <source>%1: key &quot;%2&quot; %3.</source>
        <translation>%1: clave «%2» %3.</translation>
    </message>
    <message>
        <source>is unknown</source>
        <translation>es desconocido</translation>
    </message>
    <message>
        <source>Remove it, or correct its spelling.</source>
        <translation>Quitarla, o corregir su ortografía.</translation>
    </message>
    <message>
        <source>is missing or not a text</source>
        <translation>falta o no es un texto</translation>
    </message>
    <message>
        <source>Write it between quotes.</source>
        <translation>Escribirlo entre comillas.</translation>
    </message>
    <message>
        <source>is missing or not a list with something in it</source>
        <translation>falta o no es una lista con contenido</translation>
    </message>
    <message>
        <source>Write it in [ ].</source>
        <translation>Escribirlo entre [ ].</translation>
    </message>
    <message>
        <source>is missing or not a whole number</source>
        <translation>falta o no es un número entero</translation>
    </message>
    <message>
        <source>Give a number of tokens.</source>
        <translation>Indicar un número de tokens.</translation>
    </message>
    <message>
        <source>is not a date</source>
        <translation>no es una fecha</translation>
    </message>
    <message>
        <source>Write it as 2026-07-24.</source>
        <translation>Escribirla como 2026-07-24.</translation>
    </message>
    <message>
        <source>Give US dollars per million tokens; 0 if it is free.</source>
        <translation>Indicar dólares por millón de tokens; 0 si es gratis.</translation>
    </message>
    <message>
        <source>is wrong: %1</source>
        <translation>es erróneo: %1</translation>
    </message>
    <message>
        <source>Give a file in the format of LiteLLM&apos;s model_prices_and_context_window.json.</source>
        <translation>Indicar un archivo con el formato del model_prices_and_context_window.json de LiteLLM.</translation>
    </message>
    <message>
        <source>it is not an object of models</source>
        <translation>no es un objeto de modelos</translation>
    </message>
    <message>
        <source>no model in it has a price per token</source>
        <translation>ningún modelo tiene un precio por token</translation>
    </message>
    <message>
        <source>%1 cannot be read as a price list.</source>
        <translation>%1 no se puede leer como lista de precios.</translation>
    </message>
    <message>
        <source>Give the path of a file in LiteLLM&apos;s format.</source>
        <translation>Indicar la ruta de un archivo con el formato de LiteLLM.</translation>
    </message>
    <message>
        <source>That range has more than %1 periods.</source>
        <translation>Ese intervalo tiene más de %1 periodos.</translation>
    </message>
    <message>
        <source>Give a shorter range, or a longer period (per=day).</source>
        <translation>Indicar un intervalo más corto o un periodo más largo (per=day).</translation>
    </message>
    <message>
        <source>There is no report &quot;%1&quot;.</source>
        <translation>No existe el informe «%1».</translation>
    </message>
    <message>
        <source>There are: %1.</source>
        <translation>Hay: %1.</translation>
    </message>
    <message>
        <source>The query parameter %1 %2.</source>
        <translation>El parámetro %1 %2.</translation>
    </message>
    <message>
        <source>is no date, time or duration</source>
        <translation>no es una fecha, hora ni duración</translation>
    </message>
    <message>
        <source>is no amount in dollars</source>
        <translation>no es un importe en dólares</translation>
    </message>
    <message>
        <source>is not a number from 0 to %1</source>
        <translation>no es un número de 0 a %1</translation>
    </message>
    <message>
        <source>Write limit=100.</source>
        <translation>Escribir limit=100.</translation>
    </message>
    <message>
        <source>has no dimension &quot;%1&quot;</source>
        <translation>no tiene la dimensión «%1»</translation>
    </message>
    <message>
        <source>Write by=tenant or by=tenant,model.</source>
        <translation>Escribir by=tenant o by=tenant,model.</translation>
    </message>
    <message>
        <source>is no period</source>
        <translation>no es un periodo</translation>
    </message>
    <message>
        <source>Write per=minute, hour, day, week or month.</source>
        <translation>Escribir per=minute, hour, day, week o month.</translation>
    </message>
    <message>
        <source>is unknown here</source>
        <translation>es desconocido aquí</translation>
    </message>
    <message>
        <source>is given twice</source>
        <translation>se da dos veces</translation>
    </message>
    <message>
        <source>Give it once.</source>
        <translation>Indicarlo una vez.</translation>
    </message>
    <message>
        <source>is no IANA time zone</source>
        <translation>no es una zona IANA</translation>
    </message>
    <message>
        <source>Write zone=Europe/Berlin.</source>
        <translation>Escribir zone=Europe/Berlin.</translation>
    </message>
    <message>
        <source>is not before to</source>
        <translation>no es anterior a to</translation>
    </message>
    <message>
        <source>Give a range with something in it.</source>
        <translation>Indicar un intervalo con contenido.</translation>
    </message>
    <message>
        <source>There are from, to, zone, by, per, threshold, revenue, tag, limit, offset, and the dimensions: tenant, agent, model, …</source>
        <translation>Hay from, to, zone, by, per, threshold, revenue, tag, limit, offset y las dimensiones: tenant, agent, model, …</translation>
    </message>
    <message>
        <source>%1 steps cannot be shown.</source>
        <translation>No se pueden mostrar %1 pasos.</translation>
    </message>
    <message>
        <source>Ask for 1 to 1,000 steps.</source>
        <translation>Pedir de 1 a 1.000 pasos.</translation>
    </message>
    <message>
        <source>The simulation was stopped.</source>
        <translation>La simulación se detuvo.</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>Iniciarla de nuevo.</translation>
    </message>
    <message>
        <source>At least %1 prompt and %2 generated tokens reached %3 without passing Capstan.</source>
        <translation>Al menos %1 tokens de prompt y %2 generados llegaron a %3 sin pasar por Capstan.</translation>
    </message>
    <message>
        <source>Find who calls it directly, and let only this machine reach its port.</source>
        <translation>Averiguar quién lo llama directamente y dejar que solo esta máquina llegue a su puerto.</translation>
    </message>
    <message>
        <source>Capstan counted %1 prompt and %2 generated tokens that %3 did not: calls whose count was lost are charged what they may have used.</source>
        <translation>Capstan contó %1 tokens de prompt y %2 generados que %3 no contó: las llamadas cuya cuenta se perdió se cobran por lo que pudieron usar.</translation>
    </message>
    <message>
        <source>%1 has %2 %3, %4 has %5: a difference of %6.</source>
        <translation>%1 tiene %2 %3, %4 tiene %5: una diferencia de %6.</translation>
    </message>
    <message>
        <source>%1 accounts for %2 nano-dollars in %3 calls, %4 has %5 in %6: a difference of %7.</source>
        <translation>%1 da cuenta de %2 nanodólares en %3 llamadas, %4 tiene %5 en %6: una diferencia de %7.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no code of another currency.</source>
        <translation>«%1» no es el código de otra moneda.</translation>
    </message>
    <message>
        <source>Write three letters as EUR, GBP or JPY; US dollars need no rate.</source>
        <translation>Escribir tres letras como EUR, GBP o JPY; el dólar no necesita tipo de cambio.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no rate.</source>
        <translation>«%1» no es un tipo de cambio.</translation>
    </message>
    <message>
        <source>Write how many units one US dollar is worth, above 0 and at most a million, with at most nine decimals: 0.92.</source>
        <translation>Escribir cuántas unidades vale un dólar, más de 0 y un millón como máximo, con nueve decimales como máximo: 0,92.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no date.</source>
        <translation>«%1» no es una fecha.</translation>
    </message>
    <message>
        <source>Write it as 2026-11-02, or leave it out.</source>
        <translation>Escribirla como 2026-11-02, u omitirla.</translation>
    </message>
    <message>
        <source>The budget for %1 is %2: %3 spent, %4 held by running calls, and this call may need up to %5.</source>
        <translation>El presupuesto de %1 es de %2: %3 gastados, %4 reservados por llamadas en curso, y esta llamada puede necesitar hasta %5.</translation>
    </message>
    <message>
        <source>Room comes back as running calls end.</source>
        <translation>Queda espacio libre a medida que terminan las llamadas en curso.</translation>
    </message>
    <message>
        <source>A max_tokens of at most %1 would pass.</source>
        <translation>Un max_tokens de %1 como máximo pasaría.</translation>
    </message>
    <message>
        <source>It frees at %1.</source>
        <translation>Se libera el %1.</translation>
    </message>
    <message>
        <source>The owner can raise it in Capstan.</source>
        <translation>El propietario puede aumentarlo en Capstan.</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>todos</translation>
    </message>
    <message>
        <source>All calls are paused by the owner of this Capstan.</source>
        <translation>El propietario de este Capstan ha pausado todas las llamadas.</translation>
    </message>
    <message>
        <source>Tenant %1 is paused by the owner of this Capstan.</source>
        <translation>El propietario de este Capstan ha pausado la cuenta %1.</translation>
    </message>
    <message>
        <source>Ask them to resume it.</source>
        <translation>Pedirle que la reanude.</translation>
    </message>
    <message>
        <source>Model %1 has no price, and a budget in dollars applies to this call.</source>
        <translation>El modelo %1 no tiene precio y a esta llamada se le aplica un presupuesto en dólares.</translation>
    </message>
    <message>
        <source>The owner can set its price in Capstan.</source>
        <translation>El propietario puede fijar su precio en Capstan.</translation>
    </message>
    <message>
        <source>The model &quot;%1&quot; does not exist.</source>
        <translation>El modelo «%1» no existe.</translation>
    </message>
    <message>
        <source>The upstream serves no model.</source>
        <translation>El upstream no sirve ningún modelo.</translation>
    </message>
    <message>
        <source>Served are: %1.</source>
        <translation>Se sirven: %1.</translation>
    </message>
    <message>
        <source>The provider %1, to which this model goes, does not serve %2.</source>
        <translation>El proveedor %1, al que va este modelo, no sirve %2.</translation>
    </message>
    <message>
        <source>Use /v1/chat/completions, which all of them do.</source>
        <translation>Usar /v1/chat/completions, que sirven todos.</translation>
    </message>
    <message>
        <source>The call was ended because its budget was lowered.</source>
        <translation>La llamada terminó porque se redujo su presupuesto.</translation>
    </message>
    <message>
        <source>The call was stopped by the owner of this Capstan.</source>
        <translation>El propietario de este Capstan detuvo la llamada.</translation>
    </message>
    <message>
        <source>The model server does not accept connections.</source>
        <translation>El servidor de modelos no acepta conexiones.</translation>
    </message>
    <message>
        <source>Try again when it is up.</source>
        <translation>Intentarlo de nuevo cuando funcione.</translation>
    </message>
    <message>
        <source>The model server did not answer in time.</source>
        <translation>El servidor de modelos no respondió a tiempo.</translation>
    </message>
    <message>
        <source>The model server broke its answer off.</source>
        <translation>El servidor de modelos interrumpió su respuesta.</translation>
    </message>
    <message>
        <source>The model server refused Capstan&apos;s credential.</source>
        <translation>El servidor de modelos rechazó la credencial de Capstan.</translation>
    </message>
    <message>
        <source>The owner can set it in Capstan.</source>
        <translation>El propietario puede fijarla en Capstan.</translation>
    </message>
    <message>
        <source>The model server failed with status %1.</source>
        <translation>El servidor de modelos falló con el estado %1.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 requests a minute: %3 used, and this call asks for %4.</source>
        <translation>El ritmo de %1 está limitado a %2 solicitudes por minuto: %3 usadas, y esta llamada pide %4.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 requests an hour: %3 used, and this call asks for %4.</source>
        <translation>El ritmo de %1 está limitado a %2 solicitudes por hora: %3 usadas, y esta llamada pide %4.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 tokens a minute: %3 used, and this call asks for %4.</source>
        <translation>El ritmo de %1 está limitado a %2 tokens por minuto: %3 usados, y esta llamada pide %4.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 tokens an hour: %3 used, and this call asks for %4.</source>
        <translation>El ritmo de %1 está limitado a %2 tokens por hora: %3 usados, y esta llamada pide %4.</translation>
    </message>
    <message>
        <source>The rate limit for %1 is %2 parallel requests: %3 used, and this call asks for %4.</source>
        <translation>%1 está limitado a %2 solicitudes simultáneas: %3 usadas, y esta llamada pide %4.</translation>
    </message>
    <message>
        <source>It will never pass; lower max_tokens or shorten the prompt.</source>
        <translation>Nunca pasará; reducir max_tokens o acortar el prompt.</translation>
    </message>
    <message>
        <source>Try again in %1 s.</source>
        <translation>Intentarlo de nuevo en %1 s.</translation>
    </message>
    <message>
        <source>The rule %1 of the policy does not allow this call: %2.</source>
        <translation>La regla %1 de la política no permite esta llamada: %2.</translation>
    </message>
    <message>
        <source>Ask the owner of this Capstan.</source>
        <translation>Preguntar al propietario de este Capstan.</translation>
    </message>
    <message>
        <source>model_not_allowed</source>
        <translation>modelo no permitido</translation>
    </message>
    <message>
        <source>outside_time_window</source>
        <translation>fuera del horario permitido</translation>
    </message>
    <message>
        <source>tag_not_allowed</source>
        <translation>etiqueta no permitida</translation>
    </message>
    <message>
        <source>cost_anomaly_detected: current=%1 exceeds baseline=%2 * %3</source>
        <translation>coste anómalo: %1 en lugar de los %2 habituales, más de %3 veces</translation>
    </message>
    <message>
        <source>No model may serve this request: %1.</source>
        <translation>Ningún modelo puede servir esta solicitud: %1.</translation>
    </message>
    <message>
        <source>No provider can serve this model now: %1.</source>
        <translation>Ningún proveedor puede servir este modelo ahora: %1.</translation>
    </message>
    <message>
        <source>no target of it can serve now</source>
        <translation>ninguno de sus destinos puede servir ahora</translation>
    </message>
    <message>
        <source>failed a moment ago</source>
        <translation>falló hace un momento</translation>
    </message>
    <message>
        <source>has no price</source>
        <translation>no tiene precio</translation>
    </message>
    <message>
        <source>does not serve it</source>
        <translation>no lo sirve</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>no accesible</translation>
    </message>
    <message>
        <source>dearer than what the task has left</source>
        <translation>más caro que lo que le queda a la tarea</translation>
    </message>
    <message>
        <source>slower than allowed</source>
        <translation>más lento de lo permitido</translation>
    </message>
    <message>
        <source>not local, and the budget is nearly spent</source>
        <translation>no es local y el presupuesto está casi agotado</translation>
    </message>
    <message>
        <source>not good enough</source>
        <translation>no es lo bastante bueno</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
    <message>
        <source>%1 is not something that Capstan answers.</source>
        <translation>Capstan no responde a %1.</translation>
    </message>
    <message>
        <source>Allowed there: %1.</source>
        <translation>Permitido ahí: %1.</translation>
    </message>
    <message>
        <source>Capstan is being stopped.</source>
        <translation>Capstan se está deteniendo.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Intentarlo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>This key expired at %1.</source>
        <translation>Esta clave caducó el %1.</translation>
    </message>
    <message>
        <source>This key was revoked at %1.</source>
        <translation>Esta clave se revocó el %1.</translation>
    </message>
    <message>
        <source>Ask the owner of this Capstan for a new one.</source>
        <translation>Pedir una nueva al propietario de este Capstan.</translation>
    </message>
    <message>
        <source>This Capstan asks every caller for a key: send Authorization: Bearer sk-cap-….</source>
        <translation>Este Capstan pide una clave a todos: enviar Authorization: Bearer sk-cap-….</translation>
    </message>
    <message>
        <source>Its owner makes one with `capstan key create`.</source>
        <translation>Su propietario crea una con `capstan key create`.</translation>
    </message>
    <message>
        <source>This key is not known here.</source>
        <translation>Esta clave no se conoce aquí.</translation>
    </message>
    <message>
        <source>Check that all of it was copied, or ask the owner of this Capstan for a new one.</source>
        <translation>Comprobar que se copió entera, o pedir una nueva al propietario de este Capstan.</translation>
    </message>
    <message>
        <source>This key may not use the model &quot;%1&quot;.</source>
        <translation>Esta clave no puede usar el modelo «%1».</translation>
    </message>
    <message>
        <source>It may use: %1.</source>
        <translation>Puede usar: %1.</translation>
    </message>
    <message>
        <source>Capstan cannot write its ledger, so it lets no call through.</source>
        <translation>Capstan no puede escribir su libro contable, así que no deja pasar ninguna llamada.</translation>
    </message>
    <message>
        <source>Check the disk it is on.</source>
        <translation>Comprobar el disco en el que está.</translation>
    </message>
    <message>
        <source>Name one, for example tenant-1 or agent:summariser.</source>
        <translation>Nombrar uno, por ejemplo tenant-1 o agent:summariser.</translation>
    </message>
    <message>
        <source>%1 is longer than %2 bytes, has control characters or is not UTF-8.</source>
        <translation>%1 supera %2 bytes, tiene caracteres de control o no es UTF-8.</translation>
    </message>
    <message>
        <source>Send a short name.</source>
        <translation>Enviar un nombre corto.</translation>
    </message>
    <message>
        <source>%1 is not a configured route.</source>
        <translation>%1 no es una ruta configurada.</translation>
    </message>
    <message>
        <source>%1 is not a tier of %2.</source>
        <translation>%1 no es un nivel de %2.</translation>
    </message>
    <message>
        <source>Its tiers: %1.</source>
        <translation>Sus niveles: %1.</translation>
    </message>
    <message>
        <source>The request body is longer than this server takes.</source>
        <translation>El cuerpo de la solicitud es más largo de lo que acepta este servidor.</translation>
    </message>
    <message>
        <source>There is no room for the file that is sent.</source>
        <translation>No hay espacio para el archivo enviado.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; %2.</source>
        <translation>El campo «%1» %2.</translation>
    </message>
    <message>
        <source>Correct the field &quot;%1&quot; of the request.</source>
        <translation>Corregir el campo «%1» de la solicitud.</translation>
    </message>
    <message>
        <source>Correct it, or call a provider that speaks OpenAI&apos;s dialect.</source>
        <translation>Corregirlo, o llamar a un proveedor que hable el dialecto de OpenAI.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; of this request cannot be given to the provider of this model.</source>
        <translation>El campo «%1» de esta solicitud no se puede pasar al proveedor de este modelo.</translation>
    </message>
    <message>
        <source>Leave &quot;%1&quot; out, or call a model whose provider speaks OpenAI&apos;s dialect.</source>
        <translation>Omitir «%1», o llamar a un modelo cuyo proveedor hable el dialecto de OpenAI.</translation>
    </message>
    <message>
        <source>The field &quot;cache_control&quot; asks for a cache entry of one hour (ttl &quot;1h&quot;), which costs more than any price that Capstan has.</source>
        <translation>El campo «cache_control» pide una entrada de caché de una hora (ttl «1h»), que cuesta más que cualquier precio que tiene Capstan.</translation>
    </message>
    <message>
        <source>Leave &quot;ttl&quot; out: the entry then lives for five minutes.</source>
        <translation>Omitir «ttl»: la entrada vive entonces cinco minutos.</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>falta</translation>
    </message>
    <message>
        <source>is missing, or empty</source>
        <translation>falta o está vacío</translation>
    </message>
    <message>
        <source>is not written &quot;%1&quot;</source>
        <translation>no se escribe «%1»</translation>
    </message>
    <message>
        <source>is no string</source>
        <translation>no es un texto</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>no es ni true ni false</translation>
    </message>
    <message>
        <source>would change the price, which nobody has told Capstan</source>
        <translation>cambiaría el precio, que Capstan no conoce</translation>
    </message>
    <message>
        <source>lets the provider run tools, whose use has no bound</source>
        <translation>deja que el proveedor ejecute herramientas cuyo uso no tiene límite</translation>
    </message>
    <message>
        <source>has a tool that the provider runs (%1), whose use has no bound</source>
        <translation>contiene una herramienta que ejecuta el proveedor (%1) y cuyo uso no tiene límite</translation>
    </message>
    <message>
        <source>names a tool that the provider would run itself: what that costs has no bound.</source>
        <translation>nombra una herramienta que ejecutaría el proveedor: lo que cuesta no tiene límite.</translation>
    </message>
    <message>
        <source>Functions of your own are fine</source>
        <translation>Las funciones propias sí valen</translation>
    </message>
    <message>
        <source>is not supported: the call could not be cut</source>
        <translation>no se admite: la llamada no se podría cortar</translation>
    </message>
    <message>
        <source>is neither a text nor a list of items</source>
        <translation>no es ni un texto ni una lista de elementos</translation>
    </message>
    <message>
        <source>is no whole number from 1 to %1</source>
        <translation>no es un número entero de 1 a %1</translation>
    </message>
    <message>
        <source>is no whole number from %1 to %2</source>
        <translation>no es un número entero de %1 a %2</translation>
    </message>
    <message>
        <source>is no list of objects with each member once</source>
        <translation>no es una lista de objetos con cada miembro una vez</translation>
    </message>
    <message>
        <source>is no object with each member once</source>
        <translation>no es un objeto con cada miembro una vez</translation>
    </message>
    <message>
        <source>is no list of objects</source>
        <translation>no es una lista de objetos</translation>
    </message>
    <message>
        <source>is neither a text nor a list of texts, or is there twice</source>
        <translation>no es ni un texto ni una lista de textos, o está dos veces</translation>
    </message>
    <message>
        <source>is neither text nor token ids nor a list of one of them</source>
        <translation>no es ni texto, ni números de token, ni una lista de ellos</translation>
    </message>
    <message>
        <source>is allowed only with &quot;stream&quot;: true</source>
        <translation>solo se permite con &quot;stream&quot;: true</translation>
    </message>
    <message>
        <source>cannot be streamed</source>
        <translation>no se puede transmitir en flujo</translation>
    </message>
    <message>
        <source>has too many entries</source>
        <translation>tiene demasiadas entradas</translation>
    </message>
    <message>
        <source>is no data URL in base64</source>
        <translation>no es una URL de datos en base64</translation>
    </message>
    <message>
        <source>has no image</source>
        <translation>no tiene imagen</translation>
    </message>
    <message>
        <source>is neither a text nor a list of parts</source>
        <translation>no es ni un texto ni una lista de partes</translation>
    </message>
    <message>
        <source>has a call without a name, or whose arguments are no JSON object</source>
        <translation>contiene una llamada sin nombre o cuyos argumentos no son un objeto JSON</translation>
    </message>
    <message>
        <source>has one without a name</source>
        <translation>contiene uno sin nombre</translation>
    </message>
    <message>
        <source>The form %1.</source>
        <translation>El formulario %1.</translation>
    </message>
    <message>
        <source>Send multipart/form-data with the parts file and model, each once.</source>
        <translation>Enviar multipart/form-data con las partes file y model, una vez cada una.</translation>
    </message>
    <message>
        <source>does not begin with its boundary</source>
        <translation>no empieza con su límite</translation>
    </message>
    <message>
        <source>has a part without an end</source>
        <translation>tiene una parte sin final</translation>
    </message>
    <message>
        <source>does not end</source>
        <translation>no termina</translation>
    </message>
    <message>
        <source>has a part &quot;%1&quot;, which is the owner&apos;s to set</source>
        <translation>tiene una parte «%1», que fija el propietario</translation>
    </message>
    <message>
        <source>has the part &quot;%1&quot; twice</source>
        <translation>tiene dos veces la parte «%1»</translation>
    </message>
    <message>
        <source>has a part &quot;%1&quot; that is too long</source>
        <translation>tiene una parte «%1» demasiado larga</translation>
    </message>
    <message>
        <source>has no part &quot;file&quot;</source>
        <translation>no tiene la parte «file»</translation>
    </message>
    <message>
        <source>The JSON text %1 at byte %2.</source>
        <translation>El texto JSON %1 en el byte %2.</translation>
    </message>
    <message>
        <source>Send one well-formed JSON object.</source>
        <translation>Enviar un objeto JSON bien formado.</translation>
    </message>
    <message>
        <source>names &quot;%1&quot; twice, the second time</source>
        <translation>nombra «%1» dos veces, la segunda</translation>
    </message>
    <message>
        <source>has a name written with an escape</source>
        <translation>tiene un nombre escrito con un escape</translation>
    </message>
    <message>
        <source>The Content-Type must be application/json.</source>
        <translation>El Content-Type debe ser application/json.</translation>
    </message>
    <message>
        <source>Send a JSON body with that header.</source>
        <translation>Enviar un cuerpo JSON con esa cabecera.</translation>
    </message>
    <message>
        <source>The Content-Type must be multipart/form-data.</source>
        <translation>El Content-Type debe ser multipart/form-data.</translation>
    </message>
    <message>
        <source>Send the file and the model as the parts of a form.</source>
        <translation>Enviar el archivo y el modelo como partes de un formulario.</translation>
    </message>
    <message>
        <source>%1: is set but empty.</source>
        <translation>%1: está definida pero vacía.</translation>
    </message>
    <message>
        <source>Give it a value, or unset it.</source>
        <translation>Darle un valor, o quitarla.</translation>
    </message>
    <message>
        <source>%1: cannot be read: %2.</source>
        <translation>%1: no se puede leer: %2.</translation>
    </message>
    <message>
        <source>Give the name of a readable file to --config.</source>
        <translation>Indicar un archivo legible a --config.</translation>
    </message>
    <message>
        <source>%1: is larger than 4 MiB.</source>
        <translation>%1: supera 4 MiB.</translation>
    </message>
    <message>
        <source>Give a configuration file.</source>
        <translation>Indicar un archivo de configuración.</translation>
    </message>
    <message>
        <source>providers.%1: %2 is not set, so its models are not available.</source>
        <translation>providers.%1: %2 no está definida, así que sus modelos no están disponibles.</translation>
    </message>
    <message>
        <source>%1 is not set, so it will refuse what is sent.</source>
        <translation>%1 no está definida, así que rechazará lo que se envíe.</translation>
    </message>
    <message>
        <source>%1 is not set, so everything waits until the keychain has %2.</source>
        <translation>%1 no está definida, así que todo espera a que el llavero tenga %2.</translation>
    </message>
    <message>
        <source>its address is http, so the credential and the names of tenants and users travel unprotected.</source>
        <translation>su dirección es http, así que la credencial y los nombres de cuentas y usuarios viajan sin protección.</translation>
    </message>
    <message>
        <source>is not a dimension</source>
        <translation>no es una dimensión</translation>
    </message>
    <message>
        <source>Give tenant, agent, user, key, feature, experiment, namespace, team, provider, model or route.</source>
        <translation>Indicar tenant, agent, user, key, feature, experiment, namespace, team, provider, model o route.</translation>
    </message>
    <message>
        <source>is not an origin</source>
        <translation>no es un origen</translation>
    </message>
    <message>
        <source>Give a scheme, a host and perhaps a port: https://chat.example.</source>
        <translation>Indicar esquema, host y quizá puerto: https://chat.example.</translation>
    </message>
    <message>
        <source>limits nothing</source>
        <translation>no limita nada</translation>
    </message>
    <message>
        <source>Give requests_per_minute, requests_per_hour, tokens_per_minute, tokens_per_hour or parallel.</source>
        <translation>Indicar requests_per_minute, requests_per_hour, tokens_per_minute, tokens_per_hour o parallel.</translation>
    </message>
    <message>
        <source>does not say whose calls it limits</source>
        <translation>no dice de quién limita las llamadas</translation>
    </message>
    <message>
        <source>Give per (a dimension), match (a selector, or &quot;*&quot; for all), or both.</source>
        <translation>Indicar per (una dimensión), match (un selector, o &quot;*&quot; para todos), o ambos.</translation>
    </message>
    <message>
        <source>names one dimension in per and in match</source>
        <translation>nombra una misma dimensión en per y match</translation>
    </message>
    <message>
        <source>Leave one of them out.</source>
        <translation>Omitir uno de los dos.</translation>
    </message>
    <message>
        <source>Give sqlite:///absolute/path/ledger.db, postgresql://user:password@host/database for a copy there, or unset DATABASE_URL.</source>
        <translation>Indicar sqlite:///absolute/path/ledger.db, postgresql://user:password@host/database para una copia ahí, o quitar DATABASE_URL.</translation>
    </message>
    <message>
        <source>is not an address of an SQLite file</source>
        <translation>no es la dirección de un archivo SQLite</translation>
    </message>
    <message>
        <source>does not name a file by an absolute path</source>
        <translation>no nombra un archivo con ruta absoluta</translation>
    </message>
    <message>
        <source>is not a usable token</source>
        <translation>no es un token utilizable</translation>
    </message>
    <message>
        <source>Give 1 to 200 ASCII characters without blanks.</source>
        <translation>Indicar de 1 a 200 caracteres ASCII sin espacios.</translation>
    </message>
    <message>
        <source>would refuse every call</source>
        <translation>rechazaría todas las llamadas</translation>
    </message>
    <message>
        <source>Give a fraction above 0, up to 1; pause a tenant to refuse its calls.</source>
        <translation>Indicar una fracción mayor que 0 y hasta 1; pausar una cuenta para rechazar sus llamadas.</translation>
    </message>
    <message>
        <source>BUDGET_SOFT_CAP: is above BUDGET_HARD_CAP.</source>
        <translation>BUDGET_SOFT_CAP: supera BUDGET_HARD_CAP.</translation>
    </message>
    <message>
        <source>Give a soft cap that is at most the hard cap, which is 1 by default.</source>
        <translation>Indicar un umbral que no supere el tope, que es 1 si no se indica.</translation>
    </message>
    <message>
        <source>has both price and cost_per_1k_*</source>
        <translation>tiene a la vez price y cost_per_1k_*</translation>
    </message>
    <message>
        <source>Keep one of the two.</source>
        <translation>Dejar uno de los dos.</translation>
    </message>
    <message>
        <source>falls back to itself</source>
        <translation>recurre a sí mismo</translation>
    </message>
    <message>
        <source>Name other models under fallbacks.</source>
        <translation>Nombrar otros modelos en fallbacks.</translation>
    </message>
    <message>
        <source>Give provider and physical_name, or a list of such pairs under targets.</source>
        <translation>Indicar provider y physical_name, o una lista de tales pares en targets.</translation>
    </message>
    <message>
        <source>has both targets and a provider of its own</source>
        <translation>tiene a la vez targets y un provider propio</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>falta «%1»</translation>
    </message>
    <message>
        <source>near is above exceeded</source>
        <translation>near supera exceeded</translation>
    </message>
    <message>
        <source>Give a near mark below the exceeded one.</source>
        <translation>Indicar un near menor que exceeded.</translation>
    </message>
    <message>
        <source>is not allowed here</source>
        <translation>no se permite aquí</translation>
    </message>
    <message>
        <source>Allowed: %1.</source>
        <translation>Permitido: %1.</translation>
    </message>
    <message>
        <source>only one of cost_per_1k_prompt and cost_per_1k_completion is given</source>
        <translation>solo se da uno de cost_per_1k_prompt y cost_per_1k_completion</translation>
    </message>
    <message>
        <source>Give both (0 is a real price), or a price in dollars per million tokens.</source>
        <translation>Indicar ambos (0 es un precio), o un precio en dólares por millón de tokens.</translation>
    </message>
    <message>
        <source>Give a decimal number from 0 to %1 %2, like 0.15.</source>
        <translation>Indicar un decimal de 0 a %1 %2, como 0.15.</translation>
    </message>
    <message>
        <source>is not a number of %1</source>
        <translation>no es un número de %1</translation>
    </message>
    <message>
        <source>is too many %1</source>
        <translation>es demasiado: %1</translation>
    </message>
    <message>
        <source>dollars per million tokens</source>
        <translation>dólares por millón de tokens</translation>
    </message>
    <message>
        <source>dollars per thousand tokens</source>
        <translation>dólares por mil tokens</translation>
    </message>
    <message>
        <source>Give a whole number from %1 to %2.</source>
        <translation>Indicar un entero de %1 a %2.</translation>
    </message>
    <message>
        <source>is not a whole number</source>
        <translation>no es un número entero</translation>
    </message>
    <message>
        <source>is out of range</source>
        <translation>está fuera de rango</translation>
    </message>
    <message>
        <source>is not a port</source>
        <translation>no es un puerto</translation>
    </message>
    <message>
        <source>is not a number of milliseconds up to one hour</source>
        <translation>no es un número de milisegundos de hasta una hora</translation>
    </message>
    <message>
        <source>is not an amount of dollars</source>
        <translation>no es un importe en dólares</translation>
    </message>
    <message>
        <source>Give a decimal number, zero or more, like 0.002.</source>
        <translation>Indicar un decimal de cero o más, como 0.002.</translation>
    </message>
    <message>
        <source>is not an amount of dollars above zero</source>
        <translation>no es un importe en dólares mayor que cero</translation>
    </message>
    <message>
        <source>Give a decimal number above 0 and below 9 billion, like 25.50.</source>
        <translation>Indicar un decimal mayor que 0 y menor que 9000 millones, como 25.50.</translation>
    </message>
    <message>
        <source>is not a fraction from 0 to 1</source>
        <translation>no es una fracción de 0 a 1</translation>
    </message>
    <message>
        <source>Give a decimal number with at most six decimals, like 0.8.</source>
        <translation>Indicar un decimal con seis decimales como máximo, como 0.8.</translation>
    </message>
    <message>
        <source>is not an IP address</source>
        <translation>no es una dirección IP</translation>
    </message>
    <message>
        <source>Give one like 127.0.0.1 (this machine only), 0.0.0.0 or ::1.</source>
        <translation>Indicar una como 127.0.0.1 (solo esta máquina), 0.0.0.0 o ::1.</translation>
    </message>
    <message>
        <source>is not an http address</source>
        <translation>no es una dirección http</translation>
    </message>
    <message>
        <source>Give one like http://localhost:8000/v1.</source>
        <translation>Indicar una como http://localhost:8000/v1.</translation>
    </message>
    <message>
        <source>has a user, a query or a fragment</source>
        <translation>tiene usuario, consulta o fragmento</translation>
    </message>
    <message>
        <source>Give the address alone; a key belongs into a variable (api_key_env).</source>
        <translation>Indicar solo la dirección; una clave va en una variable (api_key_env).</translation>
    </message>
    <message>
        <source>is not a name</source>
        <translation>no es un nombre</translation>
    </message>
    <message>
        <source>is not the name of an environment variable</source>
        <translation>no es el nombre de una variable de entorno</translation>
    </message>
    <message>
        <source>Give letters, digits and _, like OPENAI_API_KEY; never the key itself.</source>
        <translation>Indicar letras, cifras y _, como OPENAI_API_KEY; nunca la propia clave.</translation>
    </message>
    <message>
        <source>is not a route</source>
        <translation>no es una ruta</translation>
    </message>
    <message>
        <source>Give a path like /answer-routed.</source>
        <translation>Indicar una ruta como /answer-routed.</translation>
    </message>
    <message>
        <source>is not a path</source>
        <translation>no es una ruta</translation>
    </message>
    <message>
        <source>Give a path.</source>
        <translation>Indicar una ruta.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be read: %2</source>
        <translation>«%1» no se puede leer: %2</translation>
    </message>
    <message>
        <source>Give a readable file, or the policy itself.</source>
        <translation>Indicar un archivo legible, o la propia política.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty</source>
        <translation>«%1» está vacío</translation>
    </message>
    <message>
        <source>Give version and namespaces.</source>
        <translation>Indicar version y namespaces.</translation>
    </message>
    <message>
        <source>%1 is not one of the %2</source>
        <translation>%1 no está entre: %2</translation>
    </message>
    <message>
        <source>is no regular expression: %1</source>
        <translation>no es una expresión regular: %1</translation>
    </message>
    <message>
        <source>Give one as Perl knows them: &quot;sk-[A-Za-z0-9]+&quot;.</source>
        <translation>Indicar una como las de Perl: &quot;sk-[A-Za-z0-9]+&quot;.</translation>
    </message>
    <message>
        <source>matches an empty text, so everything would be left out</source>
        <translation>coincide con un texto vacío, así que se omitiría todo</translation>
    </message>
    <message>
        <source>Give an expression that matches at least one character.</source>
        <translation>Indicar una expresión que coincida con al menos un carácter.</translation>
    </message>
    <message>
        <source>is no name</source>
        <translation>no es un nombre</translation>
    </message>
    <message>
        <source>Give the name of a JSON member, such as password.</source>
        <translation>Indicar el nombre de un miembro JSON, como password.</translation>
    </message>
    <message>
        <source>is an address of Langfuse</source>
        <translation>es una dirección de Langfuse</translation>
    </message>
    <message>
        <source>Give type: langfuse and the server&apos;s own address as url.</source>
        <translation>Indicar type: langfuse y la dirección del propio servidor como url.</translation>
    </message>
    <message>
        <source>has no url</source>
        <translation>no tiene url</translation>
    </message>
    <message>
        <source>Give the collector&apos;s address: http://localhost:4318.</source>
        <translation>Indicar la dirección del recolector: http://localhost:4318.</translation>
    </message>
    <message>
        <source>Give the name of a file.</source>
        <translation>Indicar el nombre de un archivo.</translation>
    </message>
    <message>
        <source>%1: is not UTF-8 text</source>
        <translation>%1: no es texto UTF-8</translation>
    </message>
    <message>
        <source>Save the file as UTF-8.</source>
        <translation>Guardar el archivo como UTF-8.</translation>
    </message>
    <message>
        <source>%1: holds more than one YAML document</source>
        <translation>%1: contiene más de un documento YAML</translation>
    </message>
    <message>
        <source>Only the first would count; remove the line ---.</source>
        <translation>Solo contaría el primero; quitar la línea ---.</translation>
    </message>
    <message>
        <source>%1: is not valid YAML: %2</source>
        <translation>%1: no es YAML válido: %2</translation>
    </message>
    <message>
        <source>Indent with blanks and put text with special characters in quotes.</source>
        <translation>Sangrar con espacios y poner entre comillas el texto con caracteres especiales.</translation>
    </message>
    <message>
        <source>is an unknown key</source>
        <translation>es una clave desconocida</translation>
    </message>
    <message>
        <source>is %1 where a map (key: value) belongs</source>
        <translation>es %1 donde va un mapa (clave: valor)</translation>
    </message>
    <message>
        <source>is %1 where a list belongs</source>
        <translation>es %1 donde va una lista</translation>
    </message>
    <message>
        <source>is %1 where a single value belongs</source>
        <translation>es %1 donde va un solo valor</translation>
    </message>
    <message>
        <source>a map</source>
        <translation>un mapa</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>una lista</translation>
    </message>
    <message>
        <source>a single value</source>
        <translation>un solo valor</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacío</translation>
    </message>
    <message>
        <source>Give keys with values, or leave it out.</source>
        <translation>Indicar claves con valores, u omitirlo.</translation>
    </message>
    <message>
        <source>a key is not a word</source>
        <translation>una clave no es una palabra</translation>
    </message>
    <message>
        <source>Give a plain name before the colon.</source>
        <translation>Indicar un nombre simple antes de los dos puntos.</translation>
    </message>
    <message>
        <source>stands twice</source>
        <translation>está dos veces</translation>
    </message>
    <message>
        <source>Give [ ... ], or leave it out.</source>
        <translation>Indicar [ ... ], u omitirlo.</translation>
    </message>
    <message>
        <source>Give one value, or leave it out.</source>
        <translation>Indicar un valor, u omitirlo.</translation>
    </message>
    <message>
        <source>${ has no }</source>
        <translation>${ no tiene }</translation>
    </message>
    <message>
        <source>Close it: ${NAME}.</source>
        <translation>Cerrarlo: ${NAME}.</translation>
    </message>
    <message>
        <source>${%1} is not set</source>
        <translation>${%1} no está definida</translation>
    </message>
    <message>
        <source>Set that environment variable, or write ${NAME:-default}.</source>
        <translation>Definir esa variable de entorno, o escribir ${NAME:-valor}.</translation>
    </message>
    <message>
        <source>is an empty list, which would allow nothing</source>
        <translation>es una lista vacía, que no permitiría nada</translation>
    </message>
    <message>
        <source>List names; * stands for any text.</source>
        <translation>Enumerar nombres; * es cualquier texto.</translation>
    </message>
    <message>
        <source>the id %1 stands twice in this namespace</source>
        <translation>el identificador %1 está dos veces en este espacio de nombres</translation>
    </message>
    <message>
        <source>Give each rule an id of its own: decisions name it.</source>
        <translation>Dar a cada regla su identificador: las decisiones lo nombran.</translation>
    </message>
    <message>
        <source>The policy %1 is empty.</source>
        <translation>La política %1 está vacía.</translation>
    </message>
    <message>
        <source>is empty or too long</source>
        <translation>está vacío o es demasiado largo</translation>
    </message>
    <message>
        <source>Give a text of 1 to 300 bytes.</source>
        <translation>Indicar un texto de 1 a 300 bytes.</translation>
    </message>
    <message>
        <source>is not a time zone</source>
        <translation>no es una zona horaria</translation>
    </message>
    <message>
        <source>Give an IANA name such as Europe/Berlin.</source>
        <translation>Indicar un nombre IANA como Europe/Berlin.</translation>
    </message>
    <message>
        <source>is not a multiplier</source>
        <translation>no es un factor</translation>
    </message>
    <message>
        <source>Give a number above 0 and up to 1000.</source>
        <translation>Indicar un número mayor que 0 y hasta 1000.</translation>
    </message>
    <message>
        <source>is not a time of day</source>
        <translation>no es una hora del día</translation>
    </message>
    <message>
        <source>Give hours and minutes, for example 08:30.</source>
        <translation>Indicar horas y minutos, por ejemplo 08:30.</translation>
    </message>
    <message>
        <source>is not a day</source>
        <translation>no es un día</translation>
    </message>
    <message>
        <source>Give mon, tue, wed, thu, fri, sat or sun.</source>
        <translation>Indicar mon, tue, wed, thu, fri, sat o sun.</translation>
    </message>
    <message>
        <source>%1 is not a quality</source>
        <translation>%1 no es una calidad</translation>
    </message>
    <message>
        <source>Give low, medium, high or critical.</source>
        <translation>Indicar low, medium, high o critical.</translation>
    </message>
    <message>
        <source>The webhook does not answer (%1).</source>
        <translation>El webhook no responde (%1).</translation>
    </message>
    <message>
        <source>The alerts wait and are sent when it does.</source>
        <translation>Las alertas esperan y se envían cuando responda.</translation>
    </message>
    <message>
        <source>The webhook cannot take alerts now (%1).</source>
        <translation>El webhook no puede aceptar alertas ahora (%1).</translation>
    </message>
    <message>
        <source>Sending goes on by itself.</source>
        <translation>El envío sigue por sí solo.</translation>
    </message>
    <message>
        <source>The webhook refuses alerts (%1).</source>
        <translation>El webhook rechaza las alertas (%1).</translation>
    </message>
    <message>
        <source>Make a new address in the chat and set it; what waits is kept for a day.</source>
        <translation>Crear una dirección nueva en el chat y fijarla; lo que espera se guarda un día.</translation>
    </message>
    <message>
        <source>The webhook&apos;s address is no http or https address.</source>
        <translation>La dirección del webhook no es http ni https.</translation>
    </message>
    <message>
        <source>Set the right one.</source>
        <translation>Fijar la correcta.</translation>
    </message>
    <message>
        <source>No webhook address is set.</source>
        <translation>No hay ninguna dirección de webhook.</translation>
    </message>
    <message>
        <source>Set CAPSTAN_WEBHOOK_URL, or keep it with `capstan credential set webhook-url`.</source>
        <translation>Fijar CAPSTAN_WEBHOOK_URL, o guardarla con `capstan credential set webhook-url`.</translation>
    </message>
    <message>
        <source>The keys could not be looked up now.</source>
        <translation>No se pudieron consultar las claves ahora.</translation>
    </message>
    <message>
        <source>Try again in a minute; what is queued is kept.</source>
        <translation>Intentarlo de nuevo en un minuto; lo que espera se conserva.</translation>
    </message>
    <message>
        <source>Its owner has to look at the plan there: what is queued is kept.</source>
        <translation>Su propietario debe revisar ahí el plan: lo que espera se conserva.</translation>
    </message>
    <message>
        <source>This is an organisation&apos;s key, or one without the right to write.</source>
        <translation>Es una clave de organización, o sin permiso de escritura.</translation>
    </message>
    <message>
        <source>Make an API key in the project&apos;s own settings.</source>
        <translation>Crear una clave de API en los ajustes del proyecto.</translation>
    </message>
    <message>
        <source>The keys are not known there.</source>
        <translation>Ahí no se conocen las claves.</translation>
    </message>
    <message>
        <source>Langfuse&apos;s regions are apart: the EU is https://cloud.langfuse.com, the US https://us.cloud.langfuse.com, Japan https://jp.cloud.langfuse.com, HIPAA https://hipaa.cloud.langfuse.com.</source>
        <translation>Las regiones de Langfuse están separadas: UE https://cloud.langfuse.com, EE. UU. https://us.cloud.langfuse.com, Japón https://jp.cloud.langfuse.com, HIPAA https://hipaa.cloud.langfuse.com.</translation>
    </message>
    <message>
        <source>Give the one where the project was made.</source>
        <translation>Indicar aquella en la que se creó el proyecto.</translation>
    </message>
    <message>
        <source>Copy both again from the project&apos;s settings.</source>
        <translation>Copiar ambas de nuevo desde los ajustes del proyecto.</translation>
    </message>
    <message>
        <source>%1 does not answer (%2).</source>
        <translation>%1 no responde (%2).</translation>
    </message>
    <message>
        <source>Check the address and the network; what is queued is kept.</source>
        <translation>Comprobar la dirección y la red; lo que espera se conserva.</translation>
    </message>
    <message>
        <source>%1 answers, but not as Langfuse does (%2).</source>
        <translation>%1 responde, pero no como Langfuse (%2).</translation>
    </message>
    <message>
        <source>Give the server&apos;s own address, without a path of its API.</source>
        <translation>Indicar la dirección del propio servidor, sin una ruta de su API.</translation>
    </message>
    <message>
        <source>Langfuse %1 is there.</source>
        <translation>Langfuse %1 está ahí.</translation>
    </message>
    <message>
        <source>Langfuse %1 refuses the keys: %2.</source>
        <translation>Langfuse %1 rechaza las claves: %2.</translation>
    </message>
    <message>
        <source>Langfuse %1, project &quot;%2&quot; of %3, by %4.</source>
        <translation>Langfuse %1, proyecto «%2» de %3, por %4.</translation>
    </message>
    <message>
        <source>the old ingestion API</source>
        <translation>la API de ingesta antigua</translation>
    </message>
    <message>
        <source>The public key does not begin with pk-lf-: check it, as Langfuse looks at the secret key only.</source>
        <translation>La clave pública no empieza por pk-lf-: comprobarla, pues Langfuse solo mira la secreta.</translation>
    </message>
    <message>
        <source>An OTLP receiver</source>
        <translation>Un receptor OTLP</translation>
    </message>
    <message>
        <source>Not tried.</source>
        <translation>No probado.</translation>
    </message>
    <message>
        <source>Its API key is not there.</source>
        <translation>Falta su clave de API.</translation>
    </message>
    <message>
        <source>Set it.</source>
        <translation>Fijarla.</translation>
    </message>
    <message>
        <source>Helicone (which does not tell whose key it is)</source>
        <translation>Helicone (que no dice de quién es la clave)</translation>
    </message>
    <message>
        <source>%1 at %2.</source>
        <translation>%1 en %2.</translation>
    </message>
    <message>
        <source>%1 answers with %2.</source>
        <translation>%1 responde con %2.</translation>
    </message>
    <message>
        <source>It refuses the credential.</source>
        <translation>Rechaza la credencial.</translation>
    </message>
    <message>
        <source>Give the right one.</source>
        <translation>Indicar la correcta.</translation>
    </message>
    <message>
        <source>Check the address: it is the receiver&apos;s base, without /v1/traces.</source>
        <translation>Comprobar la dirección: es la base del receptor, sin /v1/traces.</translation>
    </message>
    <message>
        <source>It refuses the data (%1: %2).</source>
        <translation>Rechaza los datos (%1: %2).</translation>
    </message>
    <message>
        <source>It could not store the call: %1.</source>
        <translation>No pudo guardar la llamada: %1.</translation>
    </message>
    <message>
        <source>It does not answer (%1).</source>
        <translation>No responde (%1).</translation>
    </message>
    <message>
        <source>Everything waits and is sent when it does.</source>
        <translation>Todo espera y se envía cuando responda.</translation>
    </message>
    <message>
        <source>It asks for fewer requests (429).</source>
        <translation>Pide menos solicitudes (429).</translation>
    </message>
    <message>
        <source>It has suspended the account (%1).</source>
        <translation>Ha suspendido la cuenta (%1).</translation>
    </message>
    <message>
        <source>Look there; what waits is kept.</source>
        <translation>Mirar ahí; lo que espera se conserva.</translation>
    </message>
    <message>
        <source>It refuses the credential (%1).</source>
        <translation>Rechaza la credencial (%1).</translation>
    </message>
    <message>
        <source>Give the right one; what waits is kept.</source>
        <translation>Indicar la correcta; lo que espera se conserva.</translation>
    </message>
    <message>
        <source>It knows no such address (%1).</source>
        <translation>No conoce esa dirección (%1).</translation>
    </message>
    <message>
        <source>Check the URL of this destination, and whether the server is recent enough; what waits is kept.</source>
        <translation>Comprobar la URL de este destino y que el servidor sea lo bastante reciente; lo que espera se conserva.</translation>
    </message>
    <message>
        <source>The batch is too large for it (413).</source>
        <translation>El lote es demasiado grande para él (413).</translation>
    </message>
    <message>
        <source>It has a fault (%1).</source>
        <translation>Tiene un fallo (%1).</translation>
    </message>
    <message>
        <source>Sending is tried again.</source>
        <translation>El envío se repite.</translation>
    </message>
    <message>
        <source>It answers with %1.</source>
        <translation>Responde con %1.</translation>
    </message>
    <message>
        <source>Check its address and its account; what waits is kept.</source>
        <translation>Comprobar su dirección y su cuenta; lo que espera se conserva.</translation>
    </message>
    <message>
        <source>The public or the secret key is not there.</source>
        <translation>Falta la clave pública o la secreta.</translation>
    </message>
    <message>
        <source>Set both.</source>
        <translation>Fijar ambas.</translation>
    </message>
    <message>
        <source>The two keys are swapped: the public one begins with pk-lf-, the secret one with sk-lf-.</source>
        <translation>Las dos claves están cambiadas: la pública empieza por pk-lf-, la secreta por sk-lf-.</translation>
    </message>
    <message>
        <source>This does not answer as Langfuse does.</source>
        <translation>Esto no responde como Langfuse.</translation>
    </message>
    <message>
        <source>Check the URL: it is the server&apos;s own address, without a path of its API.</source>
        <translation>Comprobar la URL: es la dirección del propio servidor, sin una ruta de su API.</translation>
    </message>
    <message>
        <source>It refuses the credential: %1.</source>
        <translation>Rechaza la credencial: %1.</translation>
    </message>
    <message>
        <source>It did not take everything: %1.</source>
        <translation>No aceptó todo: %1.</translation>
    </message>
    <message>
        <source>The file %1 cannot be opened: %2.</source>
        <translation>El archivo %1 no se puede abrir: %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot be mended: %2.</source>
        <translation>El archivo %1 no se puede reparar: %2.</translation>
    </message>
    <message>
        <source>The file %1 is locked by another program: %2.</source>
        <translation>Otro programa tiene bloqueado el archivo %1: %2.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2.</source>
        <translation>El archivo %1 no se puede escribir: %2.</translation>
    </message>
    <message>
        <source>Give this user write permission there, and free space.</source>
        <translation>Dar a este usuario permiso de escritura ahí, y espacio libre.</translation>
    </message>
    <message>
        <source>DATABASE_URL is not an address that PostgreSQL can use.</source>
        <translation>DATABASE_URL no es una dirección que PostgreSQL pueda usar.</translation>
    </message>
    <message>
        <source>Give postgresql://user:password@host:5432/database.</source>
        <translation>Indicar postgresql://user:password@host:5432/database.</translation>
    </message>
    <message>
        <source>PostgreSQL refuses: %1 (%2).</source>
        <translation>PostgreSQL rechaza: %1 (%2).</translation>
    </message>
    <message>
        <source>Let the user of DATABASE_URL create the table capstan_call and insert into it.</source>
        <translation>Permitir que el usuario de DATABASE_URL cree la tabla capstan_call e inserte en ella.</translation>
    </message>
    <message>
        <source>PostgreSQL does not answer.</source>
        <translation>PostgreSQL no responde.</translation>
    </message>
    <message>
        <source>Check the host of DATABASE_URL and the network.</source>
        <translation>Comprobar el host de DATABASE_URL y la red.</translation>
    </message>
    <message>
        <source>PostgreSQL cannot be reached: %1.</source>
        <translation>No se puede acceder a PostgreSQL: %1.</translation>
    </message>
    <message>
        <source>Start the server, or correct DATABASE_URL.</source>
        <translation>Iniciar el servidor, o corregir DATABASE_URL.</translation>
    </message>
    <message>
        <source>The address of the PostgreSQL database is not there.</source>
        <translation>Falta la dirección de la base de datos PostgreSQL.</translation>
    </message>
    <message>
        <source>Set DATABASE_URL.</source>
        <translation>Fijar DATABASE_URL.</translation>
    </message>
    <message>
        <source>%1 may not write there.</source>
        <translation>%1 no puede escribir ahí.</translation>
    </message>
    <message>
        <source>An event of the outbox cannot be read: %1.</source>
        <translation>Un evento de la bandeja de salida no se puede leer: %1.</translation>
    </message>
    <message>
        <source>It is left out; the ledger holds the call.</source>
        <translation>Se omite; el libro contable guarda la llamada.</translation>
    </message>
    <message>
        <source>Please report this.</source>
        <translation>Se ruega informar de esto.</translation>
    </message>
    <message>
        <source>%1 sent more than %2 bytes of headers</source>
        <translation>%1 envió más de %2 bytes de cabeceras</translation>
    </message>
    <message>
        <source>%1 sent nothing for %2 ms</source>
        <translation>%1 no envió nada durante %2 ms</translation>
    </message>
    <message>
        <source>the answer is larger than 64 MiB</source>
        <translation>la respuesta supera 64 MiB</translation>
    </message>
    <message>
        <source>The answer is larger than 256 MiB.</source>
        <translation>La respuesta supera 256 MiB.</translation>
    </message>
    <message>
        <source>An event is larger than 4 MiB.</source>
        <translation>Un evento supera 4 MiB.</translation>
    </message>
    <message>
        <source>The model list was answered with status %1.</source>
        <translation>La lista de modelos se respondió con el estado %1.</translation>
    </message>
    <message>
        <source>Failed to connect to %1 port %2 after %3 ms: %4</source>
        <translation>Sin conexión a %1, puerto %2, tras %3 ms: %4</translation>
    </message>
    <message>
        <source>Couldn&apos;t connect to server</source>
        <translation>El servidor no acepta conexiones</translation>
    </message>
    <message>
        <source>Could not resolve host: %1</source>
        <translation>No se encuentra el host %1</translation>
    </message>
    <message>
        <source>Connection timed out after %1 milliseconds</source>
        <translation>Sin conexión en %1 ms</translation>
    </message>
    <message>
        <source>Connection timeout after %1 ms</source>
        <translation>Sin conexión en %1 ms</translation>
    </message>
    <message>
        <source>Recv failure: Connection reset by peer</source>
        <translation>El otro lado cortó la conexión</translation>
    </message>
    <message>
        <source>Empty reply from server</source>
        <translation>El servidor respondió vacío</translation>
    </message>
    <message>
        <source>Connection refused</source>
        <translation>La conexión fue rechazada</translation>
    </message>
    <message>
        <source>Port %1 is taken: another program listens on %2.</source>
        <translation>El puerto %1 está ocupado: otro programa escucha en %2.</translation>
    </message>
    <message>
        <source>Stop that program (`ss -ltnp sport = :%1` names it), or choose another port.</source>
        <translation>Detener ese programa (`ss -ltnp sport = :%1` lo nombra), o elegir otro puerto.</translation>
    </message>
    <message>
        <source>Port %1 may not be opened by this user.</source>
        <translation>Este usuario no puede abrir el puerto %1.</translation>
    </message>
    <message>
        <source>Choose a port of 1024 or above.</source>
        <translation>Elegir un puerto a partir de 1024.</translation>
    </message>
    <message>
        <source>%1 is not an address of this machine.</source>
        <translation>%1 no es una dirección de esta máquina.</translation>
    </message>
    <message>
        <source>Listen on 127.0.0.1, or on 0.0.0.0 for all addresses.</source>
        <translation>Escuchar en 127.0.0.1, o en 0.0.0.0 para todas las direcciones.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>No se puede escuchar en %1: %2.</translation>
    </message>
    <message>
        <source>Choose another address or port.</source>
        <translation>Elegir otra dirección u otro puerto.</translation>
    </message>
    <message>
        <source>There is no valid address to listen on.</source>
        <translation>No hay una dirección válida en la que escuchar.</translation>
    </message>
    <message>
        <source>Give an IPv4 or IPv6 address, for example 127.0.0.1.</source>
        <translation>Indicar una dirección IPv4 o IPv6, por ejemplo 127.0.0.1.</translation>
    </message>
    <message>
        <source>The %1 %2 cannot be used: %3.</source>
        <translation>%2 (%1) no se puede usar: %3.</translation>
    </message>
    <message>
        <source>The %1 %2 cannot be used.</source>
        <translation>%2 (%1) no se puede usar.</translation>
    </message>
    <message>
        <source>Give PEM files that this user may read, the key without a pass phrase, under server.tls.</source>
        <translation>Indicar en server.tls archivos PEM que este usuario pueda leer, la clave sin contraseña.</translation>
    </message>
    <message>
        <source>There is no configuration file to read a policy from.</source>
        <translation>No hay un archivo de configuración del que leer una política.</translation>
    </message>
    <message>
        <source>Start Capstan with --config FILE.</source>
        <translation>Iniciar Capstan con --config ARCHIVO.</translation>
    </message>
    <message>
        <source>That is no name of a secret.</source>
        <translation>No es el nombre de un secreto.</translation>
    </message>
    <message>
        <source>capstan credential list shows the names.</source>
        <translation>capstan credential list muestra los nombres.</translation>
    </message>
    <message>
        <source>That is no usable secret.</source>
        <translation>No es un secreto utilizable.</translation>
    </message>
    <message>
        <source>Give one line of text with 1 to 2000 bytes.</source>
        <translation>Indicar una línea de texto de 1 a 2000 bytes.</translation>
    </message>
    <message>
        <source>The secret is kept, but %1 cannot be written.</source>
        <translation>El secreto está guardado, pero %1 no se puede escribir.</translation>
    </message>
    <message>
        <source>Give this user permission to write it, and set it again: the next start would not look for it.</source>
        <translation>Dar a este usuario permiso para escribirlo y fijarlo de nuevo: el próximo arranque no lo buscaría.</translation>
    </message>
    <message>
        <source>The settings cannot be kept in %1.</source>
        <translation>Los ajustes no se pueden guardar en %1.</translation>
    </message>
    <message>
        <source>Give this user permission to write there.</source>
        <translation>Dar a este usuario permiso para escribir ahí.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 no se puede leer.</translation>
    </message>
    <message>
        <source>Correct it or delete it; it holds what was set in the window.</source>
        <translation>Corregirlo o borrarlo; contiene lo que se ajustó en la ventana.</translation>
    </message>
    <message>
        <source>Delete that line or the file.</source>
        <translation>Borrar esa línea o el archivo.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>The ledger is behind: its writer waits for the disk.</source>
        <translation>El libro contable va con retraso: espera al disco.</translation>
    </message>
    <message>
        <source>Look at the disk that the ledger is on, and ask again.</source>
        <translation>Mirar el disco del libro contable y preguntar de nuevo.</translation>
    </message>
    <message>
        <source>The ledger %1 is damaged: %2.</source>
        <translation>El libro contable %1 está dañado: %2.</translation>
    </message>
    <message>
        <source>Put a backup in its place, or move the file away to start a new ledger.</source>
        <translation>Poner una copia en su lugar, o apartar el archivo para empezar uno nuevo.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be written: %2.</source>
        <translation>El libro contable %1 no se puede escribir: %2.</translation>
    </message>
    <message>
        <source>Free space on that disk; Capstan tries again by itself.</source>
        <translation>Liberar espacio en ese disco; Capstan lo intenta de nuevo por sí solo.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be opened for writing: %2.</source>
        <translation>El libro contable %1 no se puede abrir para escribir: %2.</translation>
    </message>
    <message>
        <source>Give this user write permission to the file and its folder.</source>
        <translation>Dar a este usuario permiso de escritura en el archivo y su carpeta.</translation>
    </message>
    <message>
        <source>The ledger %1 is locked by another program: %2.</source>
        <translation>Otro programa tiene bloqueado el libro contable %1: %2.</translation>
    </message>
    <message>
        <source>Close the program that has the file open; ask Capstan&apos;s own commands instead.</source>
        <translation>Cerrar el programa que tiene abierto el archivo; usar los comandos de Capstan.</translation>
    </message>
    <message>
        <source>The ledger %1 refused a statement: %2.</source>
        <translation>El libro contable %1 rechazó una instrucción: %2.</translation>
    </message>
    <message>
        <source>Please report this with the message.</source>
        <translation>Se ruega informar de esto con el mensaje.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be opened: %2.</source>
        <translation>El libro contable %1 no se puede abrir: %2.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be read: %2.</source>
        <translation>El libro contable %1 no se puede leer: %2.</translation>
    </message>
    <message>
        <source>Give this user permission to read the file, and to write to its folder.</source>
        <translation>Dar a este usuario permiso para leer el archivo y escribir en su carpeta.</translation>
    </message>
    <message>
        <source>Give this user permission to read and write the file.</source>
        <translation>Dar a este usuario permiso para leer y escribir el archivo.</translation>
    </message>
    <message>
        <source>The ledger %1 has version %2; this Capstan reads version %3.</source>
        <translation>El libro contable %1 tiene la versión %2; este Capstan lee la versión %3.</translation>
    </message>
    <message>
        <source>Start Capstan once, so that it brings the ledger up to date.</source>
        <translation>Iniciar Capstan una vez para que actualice el libro contable.</translation>
    </message>
    <message>
        <source>There is no ledger %1.</source>
        <translation>No existe el libro contable %1.</translation>
    </message>
    <message>
        <source>Start Capstan once, or name its data folder.</source>
        <translation>Iniciar Capstan una vez, o indicar su carpeta de datos.</translation>
    </message>
    <message>
        <source>The ledger&apos;s key %1 cannot be read: %2</source>
        <translation>La clave %1 del libro contable no se puede leer: %2</translation>
    </message>
    <message>
        <source>The file is damaged; restore it from a backup.</source>
        <translation>El archivo está dañado; restaurarlo de una copia.</translation>
    </message>
    <message>
        <source>The folder %1 for the ledger cannot be made.</source>
        <translation>No se puede crear la carpeta %1 del libro contable.</translation>
    </message>
    <message>
        <source>Choose a data folder that this user may write to.</source>
        <translation>Elegir una carpeta de datos en la que este usuario pueda escribir.</translation>
    </message>
    <message>
        <source>The settlement of %1 has a negative amount.</source>
        <translation>La liquidación de %1 tiene un importe negativo.</translation>
    </message>
    <message>
        <source>The hold of %1 has a negative bound.</source>
        <translation>La reserva de %1 tiene una cota negativa.</translation>
    </message>
    <message>
        <source>The correction of %1 has a negative amount.</source>
        <translation>La corrección de %1 tiene un importe negativo.</translation>
    </message>
    <message>
        <source>It was not written; please report this.</source>
        <translation>No se escribió; se ruega informar de esto.</translation>
    </message>
    <message>
        <source>The ledger %1 is in use by process %2 (%3).</source>
        <translation>El proceso %2 (%3) está usando el libro contable %1.</translation>
    </message>
    <message>
        <source>Quit that Capstan, or use another data folder.</source>
        <translation>Cerrar ese Capstan, o usar otra carpeta de datos.</translation>
    </message>
    <message>
        <source>The lock file %1.lock cannot be made.</source>
        <translation>No se puede crear el archivo de bloqueo %1.lock.</translation>
    </message>
    <message>
        <source>Give this user write permission to its folder.</source>
        <translation>Dar a este usuario permiso de escritura en su carpeta.</translation>
    </message>
    <message>
        <source>Put a backup in its place: capstan restore FILE.</source>
        <translation>Poner una copia en su lugar: capstan restore ARCHIVO.</translation>
    </message>
    <message>
        <source>The disk did not take %1</source>
        <translation>El disco no aceptó %1</translation>
    </message>
    <message>
        <source>Check that disk.</source>
        <translation>Comprobar ese disco.</translation>
    </message>
    <message>
        <source>The file %1 cannot be made</source>
        <translation>No se puede crear el archivo %1</translation>
    </message>
    <message>
        <source>Give a folder that this user may write to.</source>
        <translation>Indicar una carpeta en la que este usuario pueda escribir.</translation>
    </message>
    <message>
        <source>The copy %1 was not made: %2</source>
        <translation>La copia %1 no se hizo: %2</translation>
    </message>
    <message>
        <source>The file %1 cannot be moved to %2</source>
        <translation>No se puede mover el archivo %1 a %2</translation>
    </message>
    <message>
        <source>Nothing was replaced.</source>
        <translation>No se reemplazó nada.</translation>
    </message>
    <message>
        <source>Give this user write permission to the folder.</source>
        <translation>Dar a este usuario permiso de escritura en la carpeta.</translation>
    </message>
    <message>
        <source>The ledger %1 cannot be kept as %2</source>
        <translation>No se puede conservar el libro contable %1 como %2</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ya existe.</translation>
    </message>
    <message>
        <source>Give the name of a new file; backups are never overwritten.</source>
        <translation>Indicar un archivo nuevo; las copias nunca se sobrescriben.</translation>
    </message>
    <message>
        <source>The backup %1 is not sound: %2</source>
        <translation>La copia %1 no está en orden: %2</translation>
    </message>
    <message>
        <source>Choose another backup.</source>
        <translation>Elegir otra copia.</translation>
    </message>
    <message>
        <source>The ledger %1 has version %2; this Capstan knows versions up to %3.</source>
        <translation>El libro contable %1 tiene la versión %2; este Capstan conoce versiones hasta la %3.</translation>
    </message>
    <message>
        <source>Start the newer Capstan that wrote it, or use another data folder.</source>
        <translation>Iniciar el Capstan más nuevo que lo escribió, o usar otra carpeta de datos.</translation>
    </message>
    <message>
        <source>The file %1 is not a ledger: %2.</source>
        <translation>El archivo %1 no es un libro contable: %2.</translation>
    </message>
    <message>
        <source>Move the file away, or use another data folder.</source>
        <translation>Apartar el archivo, o usar otra carpeta de datos.</translation>
    </message>
    <message>
        <source>%1 (while bringing it from version %2 to %3)</source>
        <translation>%1 (al pasarlo de la versión %2 a la %3)</translation>
    </message>
    <message>
        <source>it is damaged (%1)</source>
        <translation>está dañado (%1)</translation>
    </message>
    <message>
        <source>it does not begin as an SQLite database does</source>
        <translation>no empieza como una base de datos SQLite</translation>
    </message>
    <message>
        <source>it is a database of another program</source>
        <translation>es una base de datos de otro programa</translation>
    </message>
    <message>
        <source>Budget %1 in the ledger %2 cannot be read: %3</source>
        <translation>El presupuesto %1 del libro contable %2 no se puede leer: %3</translation>
    </message>
    <message>
        <source>%1 of %2, attempt %3</source>
        <translation>%1 de %2, intento %3</translation>
    </message>
    <message>
        <source>Link %1 of the chain (%2) does not follow from the one before: a link was changed or removed.</source>
        <translation>El eslabón %1 de la cadena (%2) no sigue del anterior: un eslabón se cambió o se quitó.</translation>
    </message>
    <message>
        <source>The table %1 has %2 row(s) that no link names: they were added past Capstan.</source>
        <translation>La tabla %1 tiene %2 filas que ningún eslabón nombra: se añadieron sin Capstan.</translation>
    </message>
    <message>
        <source>There are more differences in the chain.</source>
        <translation>Hay más diferencias en la cadena.</translation>
    </message>
    <message>
        <source>The %1 is missing.</source>
        <translation>Falta: %1.</translation>
    </message>
    <message>
        <source>The %1 was changed.</source>
        <translation>Se cambió: %1.</translation>
    </message>
    <message>
        <source>The packed sums of %1 seconds from %2 UTC are not those of their roll-ups.</source>
        <translation>Las sumas compactas de %1 segundos desde %2 UTC no son las de sus resúmenes.</translation>
    </message>
    <message>
        <source>The roll-up of %1 seconds from %2 UTC for tenant &apos;%3&apos; says %4 nano-dollars in %6 calls, its entries say %5 in %7.</source>
        <translation>El resumen de %1 segundos desde %2 UTC de la cuenta «%3» dice %4 nanodólares en %6 llamadas; sus asientos dicen %5 en %7.</translation>
    </message>
    <message>
        <source>The roll-up of %1 UTC says %2 nano-dollars in %3 calls; its entries, with those that were pruned, say %4 in %5.</source>
        <translation>El resumen de %1 UTC dice %2 nanodólares en %3 llamadas; sus asientos, con los podados, dicen %4 en %5.</translation>
    </message>
    <message>
        <source>The roll-ups of the hours of %1 UTC do not add up to that day.</source>
        <translation>Los resúmenes de las horas de %1 UTC no suman ese día.</translation>
    </message>
    <message>
        <source>The roll-ups of minutes and quarters from %1 UTC do not add up to that hour.</source>
        <translation>Los resúmenes de minutos y cuartos desde %1 UTC no suman esa hora.</translation>
    </message>
    <message>
        <source>The roll-up by tag of %1 seconds from %2 UTC is not what its entries say.</source>
        <translation>El resumen por etiqueta de %1 segundos desde %2 UTC no es lo que dicen sus asientos.</translation>
    </message>
    <message>
        <source>The roll-ups by tag of the hours of %1 UTC do not add up to that day.</source>
        <translation>Los resúmenes por etiqueta de las horas de %1 UTC no suman ese día.</translation>
    </message>
    <message>
        <source>Reports do not find the roll-ups of %1 seconds from %2 UTC.</source>
        <translation>Los informes no encuentran los resúmenes de %1 segundos desde %2 UTC.</translation>
    </message>
    <message>
        <source>The stored total of bucket &apos;%1&apos; (slot %2) has %3 from settlements, the entries say %4.</source>
        <translation>El total guardado de «%1» (tramo %2) tiene %3 de liquidaciones; los asientos dicen %4.</translation>
    </message>
    <message>
        <source>The hold of request %1, attempt %2, should be either open or ended, and is not.</source>
        <translation>La reserva de la solicitud %1, intento %2, debería estar abierta o terminada y no lo está.</translation>
    </message>
    <message>
        <source>Request %1, attempt %2, is listed as open but has no hold.</source>
        <translation>La solicitud %1, intento %2, figura como abierta pero no tiene reserva.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>No se puede crear la carpeta %1.</translation>
    </message>
    <message>
        <source>Check who may write there.</source>
        <translation>Comprobar quién puede escribir ahí.</translation>
    </message>
    <message>
        <source>The invoice cannot be written to %1.</source>
        <translation>La factura no se puede escribir en %1.</translation>
    </message>
    <message>
        <source>Name a file in a folder that this user may write to.</source>
        <translation>Indicar un archivo en una carpeta en la que este usuario pueda escribir.</translation>
    </message>
    <message>
        <source>The backup took the ledger&apos;s place.</source>
        <translation>La copia ocupó el lugar del libro contable.</translation>
    </message>
    <message>
        <source>The former ledger is kept as %1.</source>
        <translation>El libro contable anterior se conserva como %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s)</source>
        <translation>
            <numerusform>%Ln solicitud</numerusform>
            <numerusform>%Ln solicitudes</numerusform>
        </translation>
    </message>
    <message>
        <source>is no currency with its rate</source>
        <translation>no es una moneda con su tipo de cambio</translation>
    </message>
    <message>
        <source>&quot;%1&quot; %2</source>
        <translation>«%1» %2</translation>
    </message>
    <message>
        <source>%1: its value %2.</source>
        <translation>%1: el valor %2.</translation>
    </message>
    <message>
        <source>Write for example &quot;tenant:research&quot;, &quot;tenant:*,model:llama-8b&quot; or &quot;tag:project:*&quot;; known are tenant, agent, user, key, feature, experiment, namespace, team, provider, model, route and tag:&lt;name&gt;; task and session, which are tags, and org, which is a tenant.</source>
        <translation>Escribir por ejemplo &quot;tenant:research&quot;, &quot;tenant:*,model:llama-8b&quot; o &quot;tag:project:*&quot;; se conocen tenant, agent, user, key, feature, experiment, namespace, team, provider, model, route y tag:&lt;name&gt;; task y session, que son etiquetas, y org, que es una cuenta.</translation>
    </message>
    <message>
        <source>The scope %1 is not one tenant, user, task or the like.</source>
        <translation>El ámbito %1 no es una sola cuenta, usuario, tarea o similar.</translation>
    </message>
    <message>
        <source>%1 cannot be removed: %2.</source>
        <translation>No se puede eliminar %1: %2.</translation>
    </message>
    <message>
        <source>Remove it before Capstan starts again, or it takes the ledger&apos;s place.</source>
        <translation>Eliminarlo antes de que Capstan vuelva a iniciarse, o ocupará el lugar del libro contable.</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>El registro está vacío.</translation>
    </message>
    <message>
        <source>No line of the log can be used.</source>
        <translation>Ninguna línea del registro sirve.</translation>
    </message>
    <message>
        <source>Give JSON lines that have at least a timestamp and estimated_cost_usd.</source>
        <translation>Indique líneas JSON que tengan al menos timestamp y estimated_cost_usd.</translation>
    </message>
    <message>
        <source>it is no JSON object</source>
        <translation>no es un objeto JSON</translation>
    </message>
    <message>
        <source>it has no timestamp</source>
        <translation>no tiene timestamp</translation>
    </message>
    <message>
        <source>its estimated_cost_usd is no amount</source>
        <translation>su estimated_cost_usd no es un importe</translation>
    </message>
    <message>
        <source>it was denied, and cost nothing</source>
        <translation>se rechazó y no costó nada</translation>
    </message>
    <message>
        <source>Give the path of a file that this user may read.</source>
        <translation>Indique la ruta de un archivo que este usuario pueda leer.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>No se puede leer %1: %2.</translation>
    </message>
    <message>
        <source>%1 has more than %2 MB, and is not read.</source>
        <translation>%1 ocupa más de %2 MB y no se lee.</translation>
    </message>
    <message>
        <source>Give the path of another file, or this one in parts.</source>
        <translation>Indicar la ruta de otro archivo, o este en partes.</translation>
    </message>
    <message>
        <source>The budget %1 comes from BUDGET_DEFAULT_LIMIT, and is put back at the next start.</source>
        <translation>El presupuesto %1 viene de BUDGET_DEFAULT_LIMIT y se restablece en el próximo inicio.</translation>
    </message>
    <message>
        <source>Change BUDGET_DEFAULT_LIMIT and start Capstan again, or set a budget for the one that it is too small for.</source>
        <translation>Cambiar BUDGET_DEFAULT_LIMIT y reiniciar Capstan, o fijar un presupuesto para aquel al que no le alcanza.</translation>
    </message>
    <message>
        <source>The budget %1 comes from the policy, and is put back at the next start.</source>
        <translation>El presupuesto %1 viene de la política y se restablece en el próximo inicio.</translation>
    </message>
    <message>
        <source>Change that rule in the policy&apos;s file, and load it again.</source>
        <translation>Cambiar esa regla en el archivo de la política y volver a cargarlo.</translation>
    </message>
    <message>
        <source>is above $5000 per million tokens (was it a price per token?)</source>
        <translation>es mayor que 5000 $ por millón de tokens (¿era un precio por token?)</translation>
    </message>
    <message>
        <source>is below $0.00001 per million tokens (is it a price per token?)</source>
        <translation>es menor que 0,00001 $ por millón de tokens (¿es un precio por token?)</translation>
    </message>
    <message>
        <source>Make room there, or let this user write there.</source>
        <translation>Libere espacio allí o permita que este usuario escriba allí.</translation>
    </message>
    <message>
        <source>The log was not saved to its end.</source>
        <translation>El registro no se guardó hasta el final.</translation>
    </message>
</context>
<context>
    <name>SettingsModel</name>
    <message>
        <source>“%1” is no IP address.</source>
        <translation>«%1» no es una dirección IP.</translation>
    </message>
    <message>
        <source>Give 127.0.0.1 for this computer only, 0.0.0.0 for all.</source>
        <translation>Indique 127.0.0.1 solo para este equipo, 0.0.0.0 para todos.</translation>
    </message>
    <message>
        <source>“%1” is no port.</source>
        <translation>«%1» no es un puerto.</translation>
    </message>
    <message>
        <source>Give a number from 0 to 65535; 0 picks a free one.</source>
        <translation>Indique un número de 0 a 65535; 0 elige uno libre.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>«%1» no es un número entero.</translation>
    </message>
    <message>
        <source>Give days and megabytes as whole numbers; 0 does not limit.</source>
        <translation>Indique días y megabytes como números enteros; 0 no limita.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>“%1” is no name for an upstream.</source>
        <translation>«%1» no es un nombre de upstream.</translation>
    </message>
    <message>
        <source>Give a short word without blanks, as vllm.</source>
        <translation>Indique una palabra corta sin espacios, por ejemplo vllm.</translation>
    </message>
    <message>
        <source>“%1” is no address of a server.</source>
        <translation>«%1» no es una dirección de servidor.</translation>
    </message>
    <message>
        <source>Give one as http://localhost:8000/v1.</source>
        <translation>Indique una como http://localhost:8000/v1.</translation>
    </message>
    <message>
        <source>Only programs on this computer can reach it</source>
        <translation>Solo los programas de este equipo pueden acceder</translation>
    </message>
    <message>
        <source>Other computers can reach it; every call needs a virtual key</source>
        <translation>Otros equipos pueden acceder; cada llamada necesita una clave virtual</translation>
    </message>
    <message>
        <source>Settings cannot be kept in a demonstration</source>
        <translation>Los ajustes no se guardan en una demostración</translation>
    </message>
    <message>
        <source>Set by the command line or the environment</source>
        <translation>Definido por la línea de órdenes o el entorno</translation>
    </message>
    <message>
        <source>Set by %1, the environment or the command line</source>
        <translation>Definido por %1, el entorno o la línea de órdenes</translation>
    </message>
    <message>
        <source>Always so where other computers can reach it</source>
        <translation>Siempre así cuando otros equipos pueden acceder</translation>
    </message>
    <message>
        <source>What the command line, the environment or %1 says goes before what is set here; Capstan never changes that file. What is set here is kept in %2.</source>
        <translation>Lo que dicen la línea de órdenes, el entorno o %1 prevalece sobre lo definido aquí; Capstan nunca cambia ese archivo. Lo definido aquí se guarda en %2.</translation>
    </message>
    <message>
        <source>The language is another from the next start of Capstan. No call is running.</source>
        <translation>El idioma cambiará en el próximo inicio de Capstan. No hay llamadas en curso.</translation>
    </message>
    <message numerus="yes">
        <source>The language is another from the next start of Capstan. %n running call(s) would be let end first.</source>
        <translation>
            <numerusform>El idioma cambiará en el próximo inicio de Capstan. Antes se dejaría terminar %n llamada en curso.</numerusform>
            <numerusform>El idioma cambiará en el próximo inicio de Capstan. Antes se dejarían terminar %n llamadas en curso.</numerusform>
        </translation>
    </message>
    <message>
        <source>A change waits until the proxy is started again. No call is running.</source>
        <translation>Un cambio espera a que se reinicie el proxy. No hay llamadas en curso.</translation>
    </message>
    <message numerus="yes">
        <source>A change waits until the proxy is started again. %n running call(s) would be let end first.</source>
        <translation>
            <numerusform>Un cambio espera a que se reinicie el proxy. Antes se dejaría terminar %n llamada en curso.</numerusform>
            <numerusform>Un cambio espera a que se reinicie el proxy. Antes se dejarían terminar %n llamadas en curso.</numerusform>
        </translation>
    </message>
    <message>
        <source>The window shows amounts and takes caps in %1. Ledger, exports, invoices and prices of models stay in US dollars.</source>
        <translation>La ventana muestra importes y acepta topes en %1. Libro contable, exportaciones, facturas y precios de modelos siguen en dólares.</translation>
    </message>
    <message>
        <source>US dollars. For another currency: its code, how many units one dollar is worth, and since when, as EUR, %1, 2026-11-02.</source>
        <translation>Dólares. Para otra moneda: su código, cuántas unidades vale un dólar y desde cuándo, como EUR, %1, 2026-11-02.</translation>
    </message>
    <message>
        <source>%1 keeps the prompt and the answer of every call of every tenant, up to %2 KiB of each.</source>
        <extracomment>%1 is a place that calls are told to; %2 a number</extracomment>
        <translation>%1 guarda el prompt y la respuesta de cada llamada de todas las cuentas, hasta %2 KiB de cada uno.</translation>
    </message>
    <message>
        <source>%1 gets the prompt and the answer of every call of every tenant, up to %2 KiB of each.</source>
        <translation>%1 recibe el prompt y la respuesta de cada llamada de todas las cuentas, hasta %2 KiB de cada uno.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) leave(s) something out.</source>
        <translation>
            <numerusform>%n regla omite algo.</numerusform>
            <numerusform>%n reglas omiten algo.</numerusform>
        </translation>
    </message>
    <message>
        <source>never kept</source>
        <translation>nunca se guardan</translation>
    </message>
    <message>
        <source>sent to %1</source>
        <translation>se envían a %1</translation>
    </message>
    <message>
        <source>Relayed byte for byte and forgotten: never logged, never in the ledger, and sent to nobody else. Only capstan.yaml can say otherwise, for one telemetry destination at a time.</source>
        <translation>Se transmiten byte a byte y se olvidan: nunca van al registro ni al libro contable, ni se envían a nadie más. Solo capstan.yaml puede disponer otra cosa, para un destino de telemetría cada vez.</translation>
    </message>
    <message>
        <source>Until it has taken them they wait in the data folder; Capstan&apos;s log and the ledger&apos;s entries never have them. capstan.yaml says so, under content.</source>
        <translation>Hasta que los recibe, esperan en la carpeta de datos; el registro de Capstan y las entradas del libro contable nunca los contienen. Así lo indica capstan.yaml, en content.</translation>
    </message>
    <message>
        <source>It is not in force yet; nothing changes for any call.</source>
        <translation>Aún no está en vigor; no cambia nada para ninguna llamada.</translation>
    </message>
    <message>
        <source>Other upstreams serve all of its models.</source>
        <translation>Otros upstreams sirven todos sus modelos.</translation>
    </message>
    <message>
        <source>Nobody else serves %1: calls to it will be refused.</source>
        <translation>Nadie más sirve %1: sus llamadas se rechazarán.</translation>
    </message>
    <message>
        <source>It has %1 now.</source>
        <extracomment>%1 is &quot;2 running calls&quot;</extracomment>
        <translation>Ahora tiene %1.</translation>
    </message>
    <message>
        <source>It goes on serving until the proxy is started again.</source>
        <translation>Sigue sirviendo hasta que se reinicie el proxy.</translation>
    </message>
</context>
<context>
    <name>SettingsNotice</name>
    <message>
        <source>Dismiss</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Start it again now</source>
        <translation>Reiniciar ahora</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>First run…</source>
        <translation>Primer inicio…</translation>
    </message>
    <message>
        <source>Find a vLLM, make a tenant and a key, see the first call</source>
        <translation>Encontrar un vLLM, crear una cuenta y una clave, ver la primera llamada</translation>
    </message>
    <message>
        <source>Add upstream</source>
        <translation>Añadir upstream</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Sección</translation>
    </message>
    <message>
        <source>Prompts and answers</source>
        <translation>Prompts y respuestas</translation>
    </message>
</context>
<context>
    <name>SettingsSections</name>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Credenciales</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Escucha</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Keeping data</source>
        <translation>Conservación</translation>
    </message>
    <message>
        <source>One number</source>
        <translation>Una sola cifra</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Inicio</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Capstan goes on counting</source>
        <translation>Capstan sigue contando</translation>
    </message>
    <message>
        <source>The window is closed, the proxy runs. Open it again, or quit, from this icon.</source>
        <translation>La ventana está cerrada, el proxy sigue en marcha. Ábrala de nuevo, o salga, desde este icono.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) is/are running. Capstan can wait until it has/they have ended, or cut it/them now; what was used is counted either way.</source>
        <translation>
            <numerusform>Hay %Ln llamada en curso. Capstan puede esperar a que termine o cortarla ahora; lo consumido se cuenta en ambos casos.</numerusform>
            <numerusform>Hay %Ln llamadas en curso. Capstan puede esperar a que terminen o cortarlas ahora; lo consumido se cuenta en ambos casos.</numerusform>
        </translation>
    </message>
    <message>
        <source>This desktop has no tray for Capstan to go on in. Quitting stops the proxy: programs that call it get no answer then.</source>
        <translation>Este escritorio no tiene bandeja donde Capstan pueda seguir. Al salir se detiene el proxy: los programas que lo llaman ya no reciben respuesta.</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Navigation</source>
        <translation>Navegación</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Models &amp; prices</source>
        <translation>Modelos y precios</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>Alertas</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Informes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
</context>
<context>
    <name>SpendGauge</name>
    <message>
        <source>Today: %1</source>
        <translation>Hoy: %1</translation>
    </message>
</context>
<context>
    <name>StartingSection</name>
    <message>
        <source>Start at login</source>
        <translation>Iniciar al entrar en la sesión</translation>
    </message>
    <message>
        <source>Counts from the moment you log in</source>
        <translation>Cuenta desde que entra en la sesión</translation>
    </message>
    <message>
        <source>Configuration file</source>
        <translation>Archivo de configuración</translation>
    </message>
    <message>
        <source>There is none, and none is needed.</source>
        <translation>No hay ninguno, ni hace falta.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Comprobar</translation>
    </message>
    <message>
        <source>Read the file as it is now; nothing is changed</source>
        <translation>Lee el archivo tal como está; no se cambia nada</translation>
    </message>
    <message>
        <source>Start again now</source>
        <translation>Reiniciar ahora</translation>
    </message>
    <message>
        <source>Running calls are let end first</source>
        <translation>Antes se deja acabar las llamadas en curso</translation>
    </message>
</context>
<context>
    <name>StopButton</name>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message numerus="yes">
        <source>%Ln token(s)</source>
        <translation>
            <numerusform>%Ln token</numerusform>
            <numerusform>%Ln tokens</numerusform>
        </translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Quién</translation>
    </message>
    <message>
        <source>tag %1</source>
        <translation>etiqueta %1</translation>
    </message>
    <message>
        <source>all tenants</source>
        <translation>todas las cuentas</translation>
    </message>
    <message>
        <source>%1: settled</source>
        <translation>%1: contabilizado</translation>
    </message>
    <message>
        <source>+ held by other calls</source>
        <translation>+ reservado por otras llamadas</translation>
    </message>
    <message>
        <source>+ this call, at most</source>
        <translation>+ esta llamada, como máximo</translation>
    </message>
    <message>
        <source>stays under the cap of %1 by</source>
        <translation>queda bajo el tope de %1 por</translation>
    </message>
    <message>
        <source>would pass the cap of %1 by</source>
        <translation>superaría el tope de %1 en</translation>
    </message>
    <message>
        <source>Budgets, at %1</source>
        <translation>Presupuestos, a las %1</translation>
    </message>
    <message>
        <source>this call, at most</source>
        <translation>esta llamada, como máximo</translation>
    </message>
    <message>
        <source>of tokens, at most</source>
        <translation>de tokens, como máximo</translation>
    </message>
    <message>
        <source>clamped to tokens out</source>
        <translation>recortado a tokens de salida</translation>
    </message>
    <message>
        <source>tokens out that would fit</source>
        <translation>tokens de salida que cabrían</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>regla</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Ruta</translation>
    </message>
    <message>
        <source>attempt %1 of %2</source>
        <translation>intento %1 de %2</translation>
    </message>
    <message>
        <source>path</source>
        <translation>ruta</translation>
    </message>
    <message>
        <source>answered with</source>
        <translation>respuesta</translation>
    </message>
    <message>
        <source>Time, %1</source>
        <translation>Tiempo, %1</translation>
    </message>
    <message>
        <source>Capstan&apos;s own</source>
        <translation>del propio Capstan</translation>
    </message>
    <message>
        <source>first token</source>
        <translation>primer token</translation>
    </message>
    <message>
        <source>answer, %1</source>
        <translation>respuesta, %1</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>respuesta</translation>
    </message>
    <message>
        <source>tokens in</source>
        <translation>tokens de entrada</translation>
    </message>
    <message>
        <source>tokens in, cached</source>
        <translation>tokens de entrada, en caché</translation>
    </message>
    <message>
        <source>tokens in, written to the cache</source>
        <translation>tokens de entrada, escritos en caché</translation>
    </message>
    <message>
        <source>tokens out</source>
        <translation>tokens de salida</translation>
    </message>
    <message>
        <source>of them reasoning</source>
        <translation>de ellos, razonamiento</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>sin precio</translation>
    </message>
    <message>
        <source>price: %1</source>
        <translation>precio: %1</translation>
    </message>
    <message>
        <source>Corrected by %1</source>
        <translation>Corregido por %1</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <translation>%1, luego %2</translation>
    </message>
    <message>
        <source>nothing was charged</source>
        <translation>no se cobró nada</translation>
    </message>
    <message>
        <source>not settled yet</source>
        <translation>aún sin contabilizar</translation>
    </message>
    <message>
        <source>settled, reported by the upstream</source>
        <translation>contabilizado, informado por el upstream</translation>
    </message>
    <message>
        <source>settled, last count of the stream</source>
        <translation>contabilizado, último recuento del flujo</translation>
    </message>
    <message>
        <source>settled, estimated</source>
        <translation>contabilizado, estimado</translation>
    </message>
    <message>
        <source>afterwards: %1</source>
        <translation>después: %1</translation>
    </message>
    <message>
        <source>chosen because</source>
        <translation>motivo de elección</translation>
    </message>
    <message>
        <source>the model was named</source>
        <translation>se indicó el modelo</translation>
    </message>
    <message>
        <source>little is left of a budget</source>
        <translation>queda poco de un presupuesto</translation>
    </message>
    <message>
        <source>by the rules</source>
        <translation>según las reglas</translation>
    </message>
    <message>
        <source>%1 at %2 per million</source>
        <comment>4,375 tokens, at a price</comment>
        <translation>%1 a %2 por millón</translation>
    </message>
    <message>
        <source>for the request itself</source>
        <translation>por la propia solicitud</translation>
    </message>
    <message>
        <source>for a minute of audio</source>
        <translation>por minuto de audio</translation>
    </message>
    <message>
        <source>set in this window</source>
        <translation>fijado en esta ventana</translation>
    </message>
    <message>
        <source>answered from the cache</source>
        <translation>respondido desde la caché</translation>
    </message>
    <message>
        <source>waited for room in a budget</source>
        <translation>espera de hueco en un presupuesto</translation>
    </message>
    <message>
        <source>So far, in %1</source>
        <translation>Hasta ahora, en %1</translation>
    </message>
    <message>
        <source>metered</source>
        <translation>medido</translation>
    </message>
    <message>
        <source>held for the rest, at most</source>
        <translation>reservado para el resto, como máximo</translation>
    </message>
    <message>
        <source>so far; it runs</source>
        <translation>hasta ahora; en curso</translation>
    </message>
    <message>
        <source>waited for room; when it was let in:</source>
        <translation>esperó a que hubiera hueco; al entrar:</translation>
    </message>
    <message>
        <source>Decision, at %1</source>
        <translation>Decisión, a las %1</translation>
    </message>
    <message>
        <source>Cut by %1, at %2</source>
        <extracomment>%1 is a budget, %2 the time</extracomment>
        <translation>Cortada por %1, a las %2</translation>
    </message>
    <message>
        <source>settled, with this call</source>
        <translation>contabilizado, con esta llamada</translation>
    </message>
    <message>
        <source>+ held by running calls</source>
        <translation>+ reservado por llamadas en curso</translation>
    </message>
    <message>
        <source>past the cap of %1 by</source>
        <translation>por encima del tope de %1 en</translation>
    </message>
</context>
<context>
    <name>StoryModel</name>
    <message>
        <source>This request is no longer in the ledger.</source>
        <translation>Esta solicitud ya no está en el libro contable.</translation>
    </message>
</context>
<context>
    <name>TenantDetail</name>
    <message>
        <source>near</source>
        <comment>its cap</comment>
        <translation>cerca del tope</translation>
    </message>
    <message>
        <source>full</source>
        <comment>its cap is reached</comment>
        <translation>lleno</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>tokens</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>solicitudes</translation>
    </message>
    <message>
        <source>all tenants</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>each tenant</source>
        <translation>cada una</translation>
    </message>
    <message>
        <source>resets %1</source>
        <comment>the cap, at 00:00</comment>
        <translation>se reinicia: %1</translation>
    </message>
    <message>
        <source>audit only</source>
        <translation>solo observar</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>Todas las cuentas</translation>
    </message>
    <message>
        <source>New daily cap</source>
        <translation>Nuevo tope diario</translation>
    </message>
    <message>
        <source>No cap of its own</source>
        <translation>Sin tope propio</translation>
    </message>
    <message>
        <source>%1 spent today</source>
        <translation>%1 gastados hoy</translation>
    </message>
    <message>
        <source>no call running</source>
        <translation>ninguna llamada en curso</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) running</source>
        <translation>
            <numerusform>%Ln llamada en curso</numerusform>
            <numerusform>%Ln llamadas en curso</numerusform>
        </translation>
    </message>
    <message>
        <source>New calls are refused until you resume. Let %1 finish, or cut now?</source>
        <translation>Las llamadas nuevas se rechazan hasta que se reanude. ¿Dejar terminar %1 o cortar ahora?</translation>
    </message>
    <message>
        <source>%1 was counted so far; the cap of %2 is whole again. The log and all totals stay.</source>
        <translation>Se contaron %1 hasta ahora; el tope de %2 vuelve a estar completo. El registro y todos los totales se conservan.</translation>
    </message>
    <message>
        <source>%1 settled + %2 held of %3</source>
        <translation>%1 contabilizados + %2 reservados de %3</translation>
    </message>
    <message>
        <source>nobody has called yet</source>
        <translation>nadie ha llamado todavía</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln of its counters begin at zero. The log and all totals stay.</source>
        <translation>
            <numerusform>Su %Ln contador empieza de cero. El registro y todos los totales se conservan.</numerusform>
            <numerusform>Sus %Ln contadores empiezan de cero. El registro y todos los totales se conservan.</numerusform>
        </translation>
    </message>
    <message>
        <source>put back at the next start</source>
        <translation>se restablece en el próximo inicio</translation>
    </message>
    <message>
        <source>No call is running. From then on every call is refused, until you resume.</source>
        <translation>No hay llamadas en curso. Desde ese momento se rechaza cada llamada hasta que se reanude.</translation>
    </message>
    <message>
        <source>This cannot be undone.</source>
        <translation>Esto no se puede deshacer.</translation>
    </message>
    <message>
        <source>Calls that are cut do not come back.</source>
        <translation>Las llamadas cortadas no se recuperan.</translation>
    </message>
</context>
<context>
    <name>TenantInspector</name>
    <message>
        <source>Inspector</source>
        <translation>Inspector</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Volver a la lista</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausar</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Reiniciar…</translation>
    </message>
    <message>
        <source>Remove cap</source>
        <translation>Quitar tope</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Set a daily cap</source>
        <translation>Fijar tope diario</translation>
    </message>
    <message>
        <source>Other budgets of all tenants</source>
        <translation>Otros presupuestos de todas las cuentas</translation>
    </message>
    <message>
        <source>Other budgets that bind %1</source>
        <translation>Otros presupuestos que rigen para %1</translation>
    </message>
    <message>
        <source>Count %1 from zero?</source>
        <translation>¿Contar %1 desde cero?</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Its other counters, the fullest first</source>
        <translation>Sus otros contadores, los más llenos primero</translation>
    </message>
    <message>
        <source>Show this counter</source>
        <translation>Mostrar este contador</translation>
    </message>
    <message>
        <source>Change this cap</source>
        <translation>Cambiar este tope</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
</context>
<context>
    <name>TenantListModel</name>
    <message>
        <source>this week</source>
        <translation>esta semana</translation>
    </message>
    <message>
        <source>this month</source>
        <translation>este mes</translation>
    </message>
    <message>
        <source>in total</source>
        <translation>en total</translation>
    </message>
    <message>
        <source>this hour</source>
        <translation>esta hora</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tenant(s)</source>
        <translation>
            <numerusform>%Ln cuenta</numerusform>
            <numerusform>%Ln cuentas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln budget(s)</source>
        <translation>
            <numerusform>%Ln presupuesto</numerusform>
            <numerusform>%Ln presupuestos</numerusform>
        </translation>
    </message>
    <message>
        <source>paused by you</source>
        <translation>pausada por usted</translation>
    </message>
    <message>
        <source>paused by you %1</source>
        <comment>14:32</comment>
        <translation>pausada por usted a las %1</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>sin tope</translation>
    </message>
    <message>
        <source>no calls yet</source>
        <translation>aún sin llamadas</translation>
    </message>
    <message>
        <source>near · %1 at this pace</source>
        <comment>17:21</comment>
        <translation>cerca · tope %1</translation>
    </message>
    <message>
        <source>near</source>
        <comment>its cap</comment>
        <translation>cerca del tope</translation>
    </message>
    <message>
        <source>All tenants</source>
        <translation>Todas las cuentas</translation>
    </message>
</context>
<context>
    <name>TenantTable</name>
    <message>
        <source>Tenants</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>No tenant matches “%1”</source>
        <translation>Ninguna cuenta coincide con «%1»</translation>
    </message>
    <message>
        <source>No tenant has called yet</source>
        <translation>Ninguna cuenta ha llamado todavía</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Quitar filtro</translation>
    </message>
</context>
<context>
    <name>TenantTableHead</name>
    <message>
        <source>Tenant</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Contabilizado</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Reservado</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Tope</translation>
    </message>
    <message>
        <source>Burn</source>
        <translation>Consumo</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Presupuesto</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Este periodo</translation>
    </message>
</context>
<context>
    <name>TenantTableTitles</name>
    <message>
        <source>Tenant</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Contabilizado</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Reservado</translation>
    </message>
    <message>
        <source>Cap</source>
        <translation>Tope</translation>
    </message>
    <message>
        <source>Burn</source>
        <translation>Consumo</translation>
    </message>
</context>
<context>
    <name>TenantsPage</name>
    <message>
        <source>Tenants</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>No cap was changed yet</source>
        <translation>Aún no se ha cambiado ningún tope</translation>
    </message>
    <message>
        <source>New budget</source>
        <translation>Nuevo presupuesto</translation>
    </message>
    <message>
        <source>One is being written</source>
        <translation>Ya se está escribiendo uno</translation>
    </message>
    <message>
        <source>Spend by</source>
        <translation>Gasto por</translation>
    </message>
    <message>
        <source>Filter tenants</source>
        <translation>Filtrar cuentas</translation>
    </message>
    <message>
        <source>Filter by name</source>
        <translation>Filtrar por nombre</translation>
    </message>
    <message>
        <source>Select a tenant to see and change its cap</source>
        <translation>Seleccione una cuenta para ver y cambiar su tope</translation>
    </message>
    <message>
        <source>Filter budgets</source>
        <translation>Filtrar presupuestos</translation>
    </message>
    <message>
        <source>Select a budget to see and change its cap</source>
        <translation>Seleccione un presupuesto para ver y cambiar su tope</translation>
    </message>
</context>
<context>
    <name>TimeFilterChip</name>
    <message>
        <source>from … to …</source>
        <translation>desde … hasta …</translation>
    </message>
    <message>
        <source>Write from when, or until when.</source>
        <translation>Escriba desde cuándo o hasta cuándo.</translation>
    </message>
    <message>
        <source>The end must be after the beginning.</source>
        <translation>El final debe ser posterior al inicio.</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two times</comment>
        <translation>de %1 a %2</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Ctrl Z</source>
        <translation>Ctrl Z</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>TodayCard</name>
    <message>
        <source>Today, all tenants</source>
        <translation>Hoy, todas las cuentas</translation>
    </message>
    <message>
        <source>Spent</source>
        <translation>Gastado</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Reservado</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Queda</translation>
    </message>
    <message>
        <source>Set a daily cap</source>
        <translation>Fijar tope diario</translation>
    </message>
</context>
<context>
    <name>TopModelList</name>
    <message>
        <source>%1 of %2 today</source>
        <translation>%1 de %2 hoy</translation>
    </message>
</context>
<context>
    <name>TopModelsList</name>
    <message>
        <source>Top models today</source>
        <translation>Principales modelos de hoy</translation>
    </message>
    <message>
        <source>No model was called today</source>
        <translation>Hoy no se ha llamado a ningún modelo</translation>
    </message>
</context>
<context>
    <name>TopTenantsList</name>
    <message>
        <source>Top tenants today</source>
        <translation>Principales cuentas de hoy</translation>
    </message>
    <message>
        <source>no cap</source>
        <translation>sin tope</translation>
    </message>
    <message>
        <source>No tenant has called today</source>
        <translation>Hoy no ha llamado ninguna cuenta</translation>
    </message>
</context>
<context>
    <name>TrayState</name>
    <message>
        <source>%1   %2 of %3</source>
        <translation>%1   %2 de %3</translation>
    </message>
    <message>
        <source>Near a cap</source>
        <translation>Cerca de un tope</translation>
    </message>
    <message>
        <source>A cap is reached</source>
        <translation>Se alcanzó un tope</translation>
    </message>
    <message>
        <source>All paused</source>
        <translation>Todo en pausa</translation>
    </message>
    <message>
        <source>Upstream down</source>
        <translation>Upstream caído</translation>
    </message>
    <message>
        <source>%1 today</source>
        <translation>%1 hoy</translation>
    </message>
</context>
<context>
    <name>TypedFilterMenu</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>TypedMoment</name>
    <message>
        <source>“%1” is no time.</source>
        <translation>«%1» no es un momento.</translation>
    </message>
    <message>
        <source>Type a time of day (18:00), a length from now (90m, 2h, 3d) or a day (2026-12-01, or with 18:00).</source>
        <translation>Escriba una hora (18:00), un plazo desde ahora (90m, 2h, 3d) o un día (2026-12-01, o con 18:00).</translation>
    </message>
    <message>
        <source>“%1” is over.</source>
        <translation>«%1» ya pasó.</translation>
    </message>
    <message>
        <source>Type a time that is to come.</source>
        <translation>Escriba un momento futuro.</translation>
    </message>
</context>
<context>
    <name>TypedNumber</name>
    <message>
        <source>“%1” is no number.</source>
        <translation>«%1» no es un número.</translation>
    </message>
    <message>
        <source>Type it like %1.</source>
        <translation>Escríbalo como %1.</translation>
    </message>
    <message>
        <source>“%1” may be read in two ways.</source>
        <translation>«%1» puede leerse de dos formas.</translation>
    </message>
    <message>
        <source>Type %1 for thousands, or %2 for a fraction.</source>
        <translation>Escriba %1 para miles, o %2 para una fracción.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>«%1» no es un número entero.</translation>
    </message>
    <message>
        <source>Type digits only.</source>
        <translation>Escriba solo cifras.</translation>
    </message>
</context>
<context>
    <name>UpstreamChange</name>
    <message>
        <source>Upstream %1 added</source>
        <translation>Upstream %1 añadido</translation>
    </message>
    <message>
        <source>Upstream %1 removed</source>
        <translation>Upstream %1 quitado</translation>
    </message>
    <message>
        <source>Upstream %1: %2</source>
        <translation>Upstream %1: %2</translation>
    </message>
</context>
<context>
    <name>UpstreamDialog</name>
    <message>
        <source>Any server that speaks the OpenAI API: vLLM, SGLang, a provider. Its key is set under Credentials.</source>
        <translation>Cualquier servidor con la API de OpenAI: vLLM, SGLang, un proveedor. Su clave se define en Credenciales.</translation>
    </message>
    <message>
        <source>Add an upstream</source>
        <translation>Añadir un upstream</translation>
    </message>
    <message>
        <source>Address of %1</source>
        <translation>Dirección de %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Name, as vllm-2</source>
        <translation>Nombre, por ejemplo vllm-2</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Dirección</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo así</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>¿Quitar %1?</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
</context>
<context>
    <name>UpstreamFacts</name>
    <message>
        <source>Upstream</source>
        <translation>Upstream</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En espera</translation>
    </message>
    <message>
        <source>KV cache</source>
        <translation>Caché KV</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
</context>
<context>
    <name>UpstreamLines</name>
    <message>
        <source>Upstreams</source>
        <translation>Upstreams</translation>
    </message>
</context>
<context>
    <name>Upstreams</name>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message numerus="yes">
        <source>%Ln model(s)</source>
        <translation>
            <numerusform>%Ln modelo</numerusform>
            <numerusform>%Ln modelos</numerusform>
        </translation>
    </message>
    <message>
        <source>idle</source>
        <translation>inactivo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln running</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%Ln en curso</numerusform>
            <numerusform>%Ln en curso</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>calls</comment>
        <translation>
            <numerusform>%Ln en espera</numerusform>
            <numerusform>%Ln en espera</numerusform>
        </translation>
    </message>
    <message>
        <source>up</source>
        <comment>the server answers</comment>
        <translation>activo</translation>
    </message>
    <message>
        <source>down since %1</source>
        <translation>caído desde las %1</translation>
    </message>
    <message>
        <source>No upstream</source>
        <translation>Sin upstream</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>running unknown</source>
        <translation>en curso: desconocido</translation>
    </message>
    <message>
        <source>waiting unknown</source>
        <translation>en espera: desconocido</translation>
    </message>
    <message>
        <source>KV %1</source>
        <extracomment>&quot;KV 38 %&quot;: how full a model server&apos;s cache of keys and values is</extracomment>
        <translation>KV %1</translation>
    </message>
    <message>
        <source>load unknown</source>
        <translation>carga desconocida</translation>
    </message>
    <message>
        <source>load and output unknown</source>
        <translation>carga y salida desconocidas</translation>
    </message>
    <message>
        <source>output unknown</source>
        <translation>salida desconocida</translation>
    </message>
    <message>
        <source>%1 of %2 down</source>
        <extracomment>&quot;1 of 3 down&quot;, of the upstreams</extracomment>
        <translation>caídos: %1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln upstream(s)</source>
        <translation>
            <numerusform>%Ln upstream</numerusform>
            <numerusform>%Ln upstreams</numerusform>
        </translation>
    </message>
    <message>
        <source>all up</source>
        <comment>the servers answer</comment>
        <translation>todos activos</translation>
    </message>
    <message>
        <source>down</source>
        <comment>the server does not answer</comment>
        <translation>caído</translation>
    </message>
    <message numerus="yes">
        <source>%Ln up</source>
        <comment>the servers answer</comment>
        <extracomment>&quot;3 up&quot;, of the upstreams</extracomment>
        <translation>
            <numerusform>%Ln activo</numerusform>
            <numerusform>%Ln activos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Windows</name>
    <message>
        <source>%1 d</source>
        <comment>days</comment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Hora</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Semana</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Total cap</source>
        <translation>Tope total</translation>
    </message>
    <message>
        <source>Cap per %1</source>
        <comment>6 h</comment>
        <translation>Tope por %1</translation>
    </message>
    <message>
        <source>Hourly cap</source>
        <translation>Tope por hora</translation>
    </message>
    <message>
        <source>Daily cap</source>
        <translation>Tope diario</translation>
    </message>
    <message>
        <source>Weekly cap</source>
        <translation>Tope semanal</translation>
    </message>
    <message>
        <source>Monthly cap</source>
        <translation>Tope mensual</translation>
    </message>
</context>
<context>
    <name>ZoneFilterChip</name>
    <message>
        <source>Time zone</source>
        <translation>Zona horaria</translation>
    </message>
</context>
<context>
    <name>app::DesktopNotifier</name>
    <message>
        <source>Open Capstan</source>
        <translation>Abrir Capstan</translation>
    </message>
</context>
<context>
    <name>app::NewsWatch</name>
    <message>
        <source>%1 answers again</source>
        <translation>%1 vuelve a responder</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 no responde</translation>
    </message>
    <message>
        <source>%1 takes nothing</source>
        <translation>%1 no acepta nada</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>y %n más</numerusform>
            <numerusform>y %n más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alerts</source>
        <translation>
            <numerusform>%n alerta</numerusform>
            <numerusform>%n alertas</numerusform>
        </translation>
    </message>
    <message>
        <source>Traffic reaches %1 past Capstan</source>
        <translation>Llega tráfico a %1 sin pasar por Capstan</translation>
    </message>
    <message>
        <source>%1 and Capstan count differently</source>
        <translation>%1 y Capstan cuentan de forma distinta</translation>
    </message>
</context>
<context>
    <name>app::ServiceHost</name>
    <message>
        <source>Acknowledge</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Acknowledge all</source>
        <translation>Confirmar todas</translation>
    </message>
</context>
<context>
    <name>app::TrayIcon</name>
    <message>
        <source>Resume all</source>
        <translation>Reanudar todo</translation>
    </message>
    <message>
        <source>Pause all</source>
        <translation>Pausar todo</translation>
    </message>
    <message>
        <source>Open Capstan</source>
        <translation>Abrir Capstan</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
</context>
</TS>
