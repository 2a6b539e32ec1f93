<?php

declare(strict_types=1);

// Installs WordPress, and WooCommerce if it is there, into an empty database. Runs in the chroot.
// usage: php install.php STEP FOLDER PASSWORD
// The steps are wordpress, activate and shop, each in a process of its own, as WordPress loads plugins only at its start.

/** @var list<string> $argv */
[, $step, $folder, $password] = $argv;
$_SERVER += ['HTTP_HOST' => '127.0.0.1', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_METHOD' => 'GET', 'REQUEST_URI' => '/'];
if ($step === 'wordpress') {
    define('WP_INSTALLING', true);
}
require "$folder/wordpress/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

match ($step) {
    'wordpress' => installWordPress($password),
    'activate' => activateWooCommerce(),
    'shop' => setUpShop(),
    default => throw new InvalidArgumentException("There is no step $step"),
};

function installWordPress(string $password): void
{
    wp_install('Test shop', 'admin', 'admin@shop.example', true, '', $password);
    update_option('admin_email_lifespan', time() + 10 * YEAR_IN_SECONDS);
    update_option('timezone_string', 'Europe/Berlin');
    // Pictures of another server.
    update_option('show_avatars', '0');
    switch_theme('twentytwentyfive');
    // The first post and the sample page.
    wp_delete_post(1, true);
    wp_delete_post(2, true);
}

function activateWooCommerce(): void
{
    // A new shop has it on. A scripted activation leaves it off, and with orders it cannot be switched.
    update_option('woocommerce_custom_orders_table_enabled', 'yes');
    $result = activate_plugin('woocommerce/woocommerce.php');
    if (is_wp_error($result)) {
        throw new RuntimeException($result->get_error_message());
    }
}

function setUpShop(): void
{
    WC_Install::install();
    WC_Install::create_pages();
    wc_get_container()->get(Automattic\WooCommerce\Internal\DataStores\Orders\DataSynchronizer::class)->create_database_tables();
    $options = [
        'woocommerce_coming_soon' => 'no',
        'woocommerce_currency' => 'USD',
        'woocommerce_default_country' => 'DE',
        'woocommerce_store_address' => 'Street 1',
        'woocommerce_store_city' => 'Berlin',
        'woocommerce_store_postcode' => '10115',
        'woocommerce_calc_taxes' => 'no',
        'woocommerce_enable_guest_checkout' => 'yes',
        'woocommerce_allow_tracking' => 'no',
        'woocommerce_show_marketplace_suggestions' => 'no',
        'woocommerce_task_list_hidden' => 'yes',
        'woocommerce_onboarding_profile' => ['skipped' => true],
        'woocommerce_cheque_settings' => ['enabled' => 'yes', 'title' => 'Cheque'],
    ];
    foreach ($options as $name => $value) {
        update_option($name, $value);
    }
    // It would redirect the administrator's first pages to its wizard, for 30 seconds.
    delete_transient('_wc_activation_redirect');
    // WooCommerce celebrates the first orders with a window over the order's screen.
    update_user_meta(1, '_wc_egg_opted_out', '1');
    foreach ([['Hoodie', '25.00', 100], ['Cap', '10.00', 100], ['Last piece', '15.00', 1]] as [$name, $price, $stock]) {
        addProduct($name, $price, $stock);
    }
    // What an installation leaves to be done later, so that tests find no jobs but their own.
    for ($round = 0; $round < 5 && ActionScheduler::runner()->run('installation') > 0; ++$round) {
        continue;
    }
}

/** Not to be shipped, so that a checkout needs no shipping. */
function addProduct(string $name, string $price, int $stock): void
{
    $product = new WC_Product_Simple();
    $product->set_name($name);
    $product->set_regular_price($price);
    $product->set_virtual(true);
    $product->set_manage_stock(true);
    $product->set_stock_quantity($stock);
    $product->save();
}
