/** What every page and answer shares: layout, static files, headers, error pages, Markdown. Knows no feature. */
@NullMarked
package org.ssos.clearinghouse.web;

import org.jspecify.annotations.NullMarked;
