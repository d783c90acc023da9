package studio.backprop.app;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import studio.backprop.ui.presenter.PresenterView;

/** What is open in the place of the canvas is what a teacher presents, and the views of the training are a key away. */
final class PresentedPage {
  /** Its place among what can be presented: before the output, which is the last. */
  private static final int PLACE = 4;
  private static final List<Integer> OTHERS = List.of(0, 1, 2, 3, 5);

  /** Kept, as a binding that nobody holds hears nothing. */
  private final BooleanBinding open;

  /** @param page whether a page or the inside of a node is open @param examples whether the examples are */
  PresentedPage(PresenterView presenter, ObservableValue<Boolean> page, BooleanProperty examples) {
    open = Bindings.createBooleanBinding(() -> page.getValue() || examples.get(), page, examples);
    open.subscribe(now -> {
      presenter.offer(now ? IntStream.rangeClosed(0, OTHERS.size()).boxed().toList() : OTHERS);
      presenter.show(now ? PLACE : 0);
    });
  }
}
