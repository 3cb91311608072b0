// Loaders that wait for several files at once, and libraries that put scripts, images and markup into the page by ways of their own.
// What a page's files name the inline script names as well: the gate knows what stands in the page.
import { debian, file, version } from './files.mjs';
import { document, page, script } from './page.mjs';
import { mixed } from './vendors.mjs';

const LIST = '<ul id="orders"></ul>\n<div id="box"></div>';

const requirejs = () => page('requirejs', `RequireJS ${version('requirejs')}`, {
  'index.html': document('<script src="require.js"></script>', `${LIST}\n${script(mixed('matomo', { after: `
requirejs.config({ paths: { ga: 'https://www.google-analytics.com/analytics', hotjar: 'https://static.hotjar.com/c/hotjar-1.js?sv=6' } });
require(['https://www.googletagmanager.com/gtag/js?id=G-1', 'app', 'ga'], function (none, app) {
  ready('all of require');
  app.start(document.getElementById('orders'));
}, function (error) { ready('failed: ' + error); });` }))}`),
  'app.js': `define(['local', 'hotjar'], function (local) {
  ready('app');
  return { start: function (list) { list.innerHTML = local.map(function (order) { return '<li>' + order; }).join(''); ready('drawn'); } };
});`,
  'local.js': `define(function () { ready('local'); return ['Wheel', 'Rope']; });`,
}, { shared: { 'require.js': file('requirejs/require.js') }, unordered: true });

const systemjs = () => page('systemjs', `SystemJS ${version('systemjs')}`, {
  'index.html': document(`<script type="systemjs-importmap">{ "imports": { "app": "./app.js", "meta": "https://connect.facebook.net/en_US/fbevents.js" } }</script>
<script src="system.js"></script>`, `${LIST}\n${script(mixed('meta', { after: `
Promise.all([System.import('app'), System.import('meta'), System.import('https://snap.licdn.com/li.lms-analytics/insight.min.js')]).then(function (all) {
  ready('all of System.import');
  all[0].start(document.getElementById('orders'));
}, function (error) { ready('failed: ' + error); });` }))}`),
  'app.js': `System.register(['./local.js', 'meta'], function (publish) {
  var orders;
  return {
    setters: [function (local) { orders = local.orders; }, function () {}],
    execute: function () {
      ready('app');
      publish('start', function (list) { list.textContent = orders.join(', '); ready('drawn'); });
    }
  };
});`,
  'local.js': `System.register([], function (publish) { return { execute: function () { ready('local'); publish('orders', ['Wheel', 'Rope']); } }; });`,
}, { shared: { 'system.js': file('systemjs/dist/system.js') }, unordered: true, removes: true });

const jquery = (name, vendor) => page(name, `jQuery ${version(name)}`, {
  'index.html': document('<script src="jquery.js"></script>', `${LIST}\n${script(mixed(vendor, { after: `
$.getScript('https://www.google-analytics.com/analytics.js').done(function () { ready('~getScript'); }).fail(function () { ready('failed: ' + 'getScript'); });
$.ajax({ url: 'https://mc.yandex.ru/metrika/tag.js', dataType: 'script', cache: true, success: function () { ready('~ajax of a script'); } });
$.ajax({ url: 'https://api.segment.io/v1/t', type: 'POST', data: '{}', dataType: 'text' })
  .done(function (text, status, xhr) { ready('~ajax'); }).fail(function (xhr, status) { ready('failed: ' + status); });
$(function () {
  ready('document');
  $('body').append('<script src="https://static.hotjar.com/c/hotjar-1.js"><\\/script>');
  $('#box').html('<p>Offers</p><img alt="" src="https://www.facebook.com/tr?id=1"><script src="https://snap.licdn.com/insight.js"><\\/script>'
    + '<script>ready("html() runs scripts")<\\/script>');
  $('<img>', { alt: '', src: 'https://bat.bing.com/action/0' }).on('load', function () { ready('~image'); }).appendTo('#box');
  $('<script>').attr('src', 'https://www.clarity.ms/tag/1').appendTo('head');
  $.getJSON('orders.json', function (orders) {
    $('#orders').append($.map(orders, function (order) { return $('<li>').text(order)[0]; }));
    ready('orders');
    $('<div>').appendTo('#box').load('part.html', function () { ready('load()'); });
  });
});` }))}\n<script src="app.js"></script>`),
  'app.js': `$(function () { ready('app'); });`,
  'orders.json': '["Wheel", "Rope"]',
  'part.html': `<p>Part</p><script>ready('part')</script>`,
}, { shared: { 'jquery.js': file(`${name}/dist/jquery.js`) } });

const prototype = early => page(`prototype-${early ? 'first' : 'later'}`, 'Prototype 1.7.3', {
  'index.html': document(early ? '<script src="prototype.js"></script>' : script(mixed('bing')), `${LIST}
${early ? '' : '<script src="prototype.js"></script>'}\n${script(mixed('ga', { after: `
new Ajax.Request('https://api.segment.io/v1/t', { method: 'post', postBody: '{}', onSuccess: function () { ready('~Ajax.Request'); } });
document.observe('dom:loaded', function () {
  ready('dom:loaded');
  $$('head')[0].insert(new Element('script', { src: 'https://static.hotjar.com/c/hotjar-1.js' }).observe('load', function () { ready('~script'); }));
  $('box').insert('<p>Offers</p><img alt="" src="https://www.facebook.com/tr?id=1"><script>ready("insert() runs scripts"); shop.ask()<\\/script>');
  $('box').insert({ bottom: new Element('img', { alt: '', src: 'https://bat.bing.com/action/0' }) });
});
shop.ask = function () {
  new Ajax.Request('orders.json', { method: 'get', onSuccess: function (answer) {
    $('orders').update(answer.responseText.evalJSON().map(function (order) { return '<li>' + order; }).join(''));
    ready('orders');
    new Ajax.Updater({ success: 'box' }, 'part.html', { method: 'get', insertion: 'bottom', evalScripts: true });
  } });
};` }))}`),
  'orders.json': '["Wheel", "Rope"]',
  'part.html': `<p>Part</p><script>ready('part')</script>`,
}, { shared: { 'prototype.js': debian('prototype/prototype.js') }, unordered: true });

const mootools = early => page(`mootools-${early ? 'first' : 'later'}`, 'MooTools 1.4.5', {
  'index.html': document(early ? '<script src="mootools.js"></script><script src="more.js"></script>' : script(mixed('linkedin')), `${LIST}
${early ? '' : '<script src="mootools.js"></script><script src="more.js"></script>'}\n${script(mixed('gtm', { after: `
window.addEvent('domready', function () {
  ready('domready');
  Asset.javascript('https://www.google-analytics.com/analytics.js', { id: 'ga', onLoad: function () { ready('~Asset.javascript'); } });
  Asset.image('https://www.facebook.com/tr?id=1', { onLoad: function () { ready('~Asset.image'); } });
  new Element('script', { src: 'https://static.hotjar.com/c/hotjar-1.js', events: { load: function () { ready('~Element'); } } }).inject(document.head);
  new Element('img', { alt: '', src: 'https://bat.bing.com/action/0' }).inject($('box'), 'top');
  $('box').grab(new Element('p').set('html', 'Offers <img alt="" src="https://www.facebook.com/tr?id=2">'));
  new Request({ url: 'https://api.segment.io/v1/t', headers: {}, onSuccess: function () { ready('~Request'); } }).send('x=1');
  new Request.JSON({ url: 'orders.json', onSuccess: function (orders) {
    $('orders').adopt(orders.map(function (order) { return new Element('li', { text: order }); }));
    ready('orders');
    new Request.HTML({ url: 'part.html', append: $('box'), evalScripts: true }).get();
  } }).get();
});` }))}`),
  'orders.json': '["Wheel", "Rope"]',
  'part.html': `<p>Part</p><script>ready('part')</script>`,
}, { shared: { 'mootools.js': debian('mootools/mootools-core-nc.js'), 'more.js': debian('mootools/mootools-more-nc.js') }, unordered: true });

export const pages = () => [requirejs(), systemjs(), jquery('jquery1', 'ga'), jquery('jquery2', 'gtm'), jquery('jquery3', 'gtag'), prototype(true),
  prototype(false), mootools(true), mootools(false)];
