package studio.backprop.app;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import studio.backprop.ui.window.presenter.PresenterView;

/** Selects the presented view: the page over the canvas, loss map or search; the others remain selectable. */
final class PresentedPage {
  /** Index of the page's exhibit: before the output, which is the last. */
  private static final int PLACE = 4;
  static final int MAP = 5;
  static final int SEARCH = 6;
  static final int OUTPUT = 7;
  private static final List<Integer> OTHERS = List.of(0, 1, 2, 3, OUTPUT);
  /** Order for a GAN or an agent. */
  private static final List<Integer> OUTPUT_FIRST = List.of(OUTPUT, 0, 1, 2, 3);
  private static final List<Integer> WITH_PAGE = List.of(0, 1, 2, 3, PLACE, OUTPUT);
  private static final List<Integer> WITH_MAP = List.of(0, 1, 2, 3, MAP, OUTPUT);
  private static final List<Integer> WITH_SEARCH = List.of(0, 1, 2, 3, SEARCH, OUTPUT);

  private final PresenterView presenter;
  private final ObservableValue<Boolean> map;
  private final ObservableValue<Boolean> search;
  private final ObservableValue<Boolean> leads;
  /** Held strongly: bindings listen weakly. */
  private final BooleanBinding open;

  /**
   * @param page whether a page or a node's inside is open
   * @param leads whether the output is the main view
   */
  PresentedPage(PresenterView presenter, ObservableValue<Boolean> page, BooleanProperty examples, ObservableValue<Boolean> map,
      ObservableValue<Boolean> search, ObservableValue<Boolean> leads) {
    this.presenter = presenter;
    this.map = map;
    this.search = search;
    this.leads = leads;
    open = Bindings.createBooleanBinding(() -> page.getValue() || examples.get(), page, examples);
    open.subscribe(this::choose);
    map.subscribe((before, now) -> choose());
    search.subscribe((before, now) -> choose());
    leads.subscribe((before, now) -> choose());
    choose(); // else all were selectable until a page is opened
  }

  private void choose() {
    boolean page = open.get();
    List<Integer> usual = leads.getValue() ? OUTPUT_FIRST : OTHERS;
    presenter.offer(map.getValue() ? WITH_MAP : search.getValue() ? WITH_SEARCH : page ? WITH_PAGE : usual);
    presenter.show(map.getValue() ? MAP : search.getValue() ? SEARCH : page ? PLACE : leads.getValue() ? OUTPUT : 0);
  }
}
