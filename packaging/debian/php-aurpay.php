mod debian/aurpay.ini
