    hold = [];
    open = !doc.prerendering;
    doc.addEventListener('prerenderingchange', function () {
        open = 1;
        hold.forEach(function (work) {
            try {
                work();
            } catch (e) {}
        });
    });
