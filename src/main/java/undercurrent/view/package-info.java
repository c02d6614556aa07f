/** What the user sees: FXML, a view that binds, a view model without controls. */
@NullMarked
package undercurrent.view;

import org.jspecify.annotations.NullMarked;
