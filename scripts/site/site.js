// What the theme's pages lack for those who use a keyboard or a screen reader.
document.querySelector('.md-search')?.setAttribute('aria-label', 'Search');

// What scrolls sideways can be scrolled with the arrow keys. The theme wraps the tables before this. It marks only code, and
// takes the mark away where there is no mouse.
const mark = (element) => {
    const scrolls = element.scrollWidth > element.clientWidth;
    if (scrolls && element.tabIndex !== 0) {
        element.tabIndex = 0;
    } else if (!scrolls) {
        element.removeAttribute('tabindex');
    }
};
addEventListener('load', () => {
    const resized = new ResizeObserver((entries) => entries.forEach(({ target }) => mark(target)));
    const unmarked = new MutationObserver((changes) => changes.forEach(({ target }) => mark(target)));
    document.querySelectorAll('.md-typeset :is(pre > code, .md-typeset__scrollwrap)').forEach((element) => {
        resized.observe(element);
        unmarked.observe(element, { attributeFilter: ['tabindex'] });
    });
});

// The switch of the colours is made of radio buttons that cannot be seen. Space and Enter do what a click does.
document.querySelectorAll('.md-header__option input').forEach((button) => button.addEventListener('keydown', (event) => {
    if (event.key === ' ' || event.key === 'Enter') {
        event.preventDefault();
        const label = button.parentElement.querySelector('label:not([hidden])');
        label.click();
        document.getElementById(label.htmlFor).focus();
    }
}));
