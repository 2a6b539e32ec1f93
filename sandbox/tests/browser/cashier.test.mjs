// The cashier: the customer's page behind a pay URL.

export default async function (suite) {
    await suite.test('a pay URL leads to the cashier', async (test) => {
        const sandbox = await test.sandbox();
        const tab = await test.page();
        await tab.page.goto(await sandbox.payUrl());
        await tab.awaitText('25.0 USD');
    });
}
