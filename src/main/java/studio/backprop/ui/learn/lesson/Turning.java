package studio.backprop.ui.learn.lesson;

import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Before a class a step is seen slide by slide: the lesson itself goes on only after the last, and back only before the first. */
public final class Turning {
  private final ReadOnlyBooleanWrapper leads = new ReadOnlyBooleanWrapper(this, "leads");
  private BooleanSupplier ahead = () -> false;
  private BooleanSupplier back = () -> false;

  /** Who shows the slides. @param ahead turns to the next one and says whether there was one; back likewise */
  public void by(BooleanSupplier ahead, BooleanSupplier back) {
    this.ahead = ahead;
    this.back = back;
  }

  /** @param more whether there is a slide after this one */
  public void knows(boolean more) {
    leads.set(more);
  }

  /** Whether there is a slide after this one. */
  ReadOnlyBooleanProperty leadsProperty() {
    return leads.getReadOnlyProperty();
  }

  boolean ahead() {
    return ahead.getAsBoolean();
  }

  boolean back() {
    return back.getAsBoolean();
  }
}
