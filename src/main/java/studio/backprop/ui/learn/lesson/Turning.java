package studio.backprop.ui.learn.lesson;

import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Slides of a step in class: the lesson advances only after the last, and goes back only before the first. */
public final class Turning {
  private final ReadOnlyBooleanWrapper leads = new ReadOnlyBooleanWrapper(this, "leads");
  private BooleanSupplier ahead = () -> false;
  private BooleanSupplier back = () -> false;

  /** Sets the slide control. @param ahead turns to the next slide and returns whether there was one; back likewise */
  public void by(BooleanSupplier ahead, BooleanSupplier back) {
    this.ahead = ahead;
    this.back = back;
  }

  /** @param more whether there is a slide after this one */
  public void knows(boolean more) {
    leads.set(more);
  }

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
