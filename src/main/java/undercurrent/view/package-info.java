/** The window: FXML, the controllers that bind it, and a view model without controls. */
@NullMarked
package undercurrent.view;

import org.jspecify.annotations.NullMarked;
