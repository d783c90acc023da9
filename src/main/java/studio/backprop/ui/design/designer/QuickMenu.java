package studio.backprop.ui.design.designer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.Camera;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.LayerChoice;

/** Menu of the layers and blocks that fit at the end of a wire: typing filters, arrow keys select, Enter or a click adds one. */
final class QuickMenu extends VBox {
  private static final double WIDTH = 248;
  private static final double ROW = 30;
  private static final double FIELD = 32;
  private static final double PADDING = 8;
  private static final int MAX_ROWS = 8;
  private static final double DISTANCE = 8;

  private final CanvasDesk desk;
  private final CanvasView canvas;
  private final ObservableList<Offer> fitting = FXCollections.observableArrayList();
  private final FilteredList<Offer> found = fitting.filtered(any -> true);
  private final TextField search = new TextField();
  private final ListView<Offer> list = new ListView<>(found);

  QuickMenu(CanvasDesk desk, CanvasView canvas) {
    this.desk = desk;
    this.canvas = canvas;
    getStyleClass().addAll("card", "pop", "quick-menu");
    setManaged(false);
    setVisible(false);
    search.accessibleTextProperty().bind(desk.lang().bind("quick.search"));
    Label none = new Label();
    none.textProperty().bind(desk.lang().bind("quick.none"));
    none.setWrapText(true);
    none.getStyleClass().add("mut");
    list.setPlaceholder(none);
    list.setFixedCellSize(ROW);
    list.setFocusTraversable(false);
    list.accessibleTextProperty().bind(desk.lang().bind("quick.list"));
    list.setCellFactory(view -> new LayerOfferCell(desk));
    getChildren().addAll(search, list);
    bind();
  }

  private void bind() {
    desk.model().hand().choiceProperty().subscribe(this::show);
    search.textProperty().subscribe(text -> {
      found.setPredicate(fit -> fit.matches().test(text));
      list.getSelectionModel().selectFirst();
      desk.model().hand().choiceProperty().get().ifPresent(this::place);
    });
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    focusWithinProperty().subscribe((before, within) -> {
      if (!within && isVisible()) {
        desk.model().hand().cancel();
      }
    });
  }

  private void show(Optional<LayerChoice> choice) {
    if (choice.isEmpty()) {
      boolean had = isVisible() && isFocusWithin();
      setVisible(false);
      if (had) {
        canvas.focusSelected();
      }
      return;
    }
    fitting.setAll(offers(choice.get()));
    search.clear();
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
    search.setPromptText(desk.lang().say(choice.get().free() ? "quick.any" : "quick.search"));
    setVisible(true);
    place(choice.get());
    toFront();
    search.requestFocus();
  }

  private static List<Offer> offers(LayerChoice choice) {
    return Stream.concat(
        choice.fitting().stream().map(fit -> Offer.of(fit, choice)),
        choice.blocks().stream().map(block -> Offer.of(block, choice))).toList();
  }

  /** Beside the loose end, opposite to its wire. */
  private void place(LayerChoice choice) {
    Camera camera = desk.model().camera();
    Box window = camera.window();
    boolean left = choice.wire().filter(wire -> !wire.forward()).isPresent();
    double x = camera.screenX(choice.x()) + (left ? -WIDTH - DISTANCE : DISTANCE);
    double y = camera.screenY(choice.y()) - PADDING - FIELD / 2;
    double most = heightOf(fitting.size());
    resizeRelocate(
        within(x, window.x(), window.right() - WIDTH), within(y, window.y(), window.bottom() - most), WIDTH, heightOf(found.size()));
  }

  private double heightOf(int layers) {
    double rows = Math.max(1, Math.min(MAX_ROWS, layers)) * ROW + 2;
    return Math.min(rows + FIELD + 3 * PADDING, desk.model().camera().window().height() - 2 * DISTANCE);
  }

  private static double within(double wanted, double least, double most) {
    return Math.rint(Math.max(least + DISTANCE, Math.min(wanted, most - DISTANCE)));
  }

  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case ENTER -> Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(offer -> offer.take().run());
      case DOWN -> point(1);
      case UP -> point(-1);
      case ESCAPE -> desk.model().hand().cancel();
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void point(int by) {
    List<Offer> rows = list.getItems();
    if (!rows.isEmpty()) {
      list.getSelectionModel().select(Math.floorMod(list.getSelectionModel().getSelectedIndex() + by, rows.size()));
      list.scrollTo(list.getSelectionModel().getSelectedIndex() - MAX_ROWS / 2);
    }
  }
}
