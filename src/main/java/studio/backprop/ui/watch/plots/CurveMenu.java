package studio.backprop.ui.watch.plots;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Smoothing;
import studio.backprop.ui.workspace.run.RunHistory;

/** Menu of a curve, shared by a small button, the right mouse button and the menu key; rebuilt when it opens. */
final class CurveMenu {
  private static final List<Smoothing> CHOICES = Stream.concat(
      Stream.of(Smoothing.AUTOMATIC), DoubleStream.of(0, 0.6, 0.8, 0.9, 0.94, 0.98, 0.99).mapToObj(Smoothing::new)).toList();

  private final CurveModel model;
  private final CurveTexts words;
  private final CurveFiles files;
  private final Lang lang;
  private final Runnable enlarge;
  private final Consumer<String> outcome;
  private final ContextMenu menu = new ContextMenu();
  private Node place;

  /**
   * @param enlarge maximizes or restores the plot
   * @param outcome receives the result of an export
   */
  CurveMenu(CurveModel model, CurveTexts words, CurveFiles files, Lang lang, Runnable enlarge, Consumer<String> outcome) {
    this.model = model;
    this.words = words;
    this.files = files;
    this.lang = lang;
    this.enlarge = enlarge;
    this.outcome = outcome;
  }

  /** Context menu for mouse and keyboard. @param place supplies the style sheets */
  void showOn(Node place) {
    this.place = place;
    place.setOnContextMenuRequested(event -> {
      fill();
      menu.show(place, event.getScreenX(), event.getScreenY());
      event.consume();
    });
  }

  /** Button with three dots. */
  Button button() {
    Button button = new Button(null, Icon.MORE.view());
    button.getStyleClass().addAll("bare", "icon-only", "small");
    new Hints(lang).explain(button, "plots.more");
    button.setOnAction(event -> {
      fill();
      Bounds at = button.localToScreen(button.getBoundsInLocal());
      menu.show(place, at.getMinX(), at.getMaxY());
    });
    return button;
  }

  private void fill() {
    menu.getItems().clear();
    if (model.choices().size() > 1) {
      ToggleGroup group = new ToggleGroup();
      for (CurveKind quantity : model.choices()) {
        boolean shown = quantity == model.kindProperty().get();
        add(radio(lang.bind(CurveTexts.titleKey(quantity)), group, shown, () -> model.chosenProperty().set(quantity)));
      }
      add(new SeparatorMenuItem());
    }
    ToggleGroup units = new ToggleGroup();
    for (StepAxis.Unit unit : StepAxis.Unit.values()) {
      String key = unit == StepAxis.Unit.STEP ? "plots.per_batch" : "plots.per_epoch";
      boolean chosen = unit == model.axis().unitProperty().get();
      add(radio(lang.bind(key), units, chosen, () -> model.axis().unitProperty().set(unit)));
    }
    add(new SeparatorMenuItem());
    add(logarithmic());
    add(smoothing());
    MenuItem follow = item("plots.follow", Icon.FIT, model::followAll);
    follow.setDisable(model.following());
    add(follow);
    add(item("plots.enlarge", Icon.FULL_SCREEN, enlarge));
    add(earlier());
    add(new SeparatorMenuItem());
    for (CurveFiles.Kind kind : CurveFiles.Kind.values()) {
      MenuItem save = item(kind.key(), kind.icon(), () -> files.save(kind, place.getScene().getWindow(), outcome));
      save.setDisable(model.isEmpty());
      add(save);
    }
  }

  private void add(MenuItem item) {
    menu.getItems().add(item);
  }

  private MenuItem item(String key, Icon icon, Runnable action) {
    MenuItem item = new MenuItem(lang.say(key), icon.view());
    item.setOnAction(event -> action.run());
    return item;
  }

  private static RadioMenuItem radio(ObservableValue<String> text, ToggleGroup group, boolean chosen, Runnable action) {
    RadioMenuItem item = new RadioMenuItem(text.getValue());
    item.setToggleGroup(group);
    item.setSelected(chosen);
    item.setOnAction(event -> action.run());
    return item;
  }

  private MenuItem logarithmic() {
    CheckMenuItem item = new CheckMenuItem(lang.say("plots.logarithmic"));
    item.setSelected(model.logarithmic());
    item.setDisable(!model.kindProperty().get().logarithmic());
    item.setOnAction(event -> model.logarithmicProperty().set(item.isSelected()));
    return item;
  }

  private Menu smoothing() {
    Menu factors = new Menu(lang.say("plots.smoothing"));
    ToggleGroup group = new ToggleGroup();
    Smoothing now = model.smoothingProperty().get();
    for (Smoothing choice : CHOICES) {
      factors.getItems().add(radio(smoothing(choice), group, choice.equals(now), () -> model.smoothingProperty().set(choice)));
    }
    factors.setDisable(!model.smoothed());
    return factors;
  }

  private ObservableValue<String> smoothing(Smoothing choice) {
    if (choice.automatic()) {
      return lang.bind("plots.smoothing_auto", choice.factor((long) model.history().lastStep()));
    }
    return choice.factor() == 0 ? lang.bind("plots.smoothing_none") : lang.bind("plots.factor", choice.factor());
  }

  private Menu earlier() {
    Menu runs = new Menu(lang.say("plots.earlier"), Icon.RECENT.view());
    for (RunHistory run : model.earlier()) {
      MenuItem remove = new MenuItem(lang.say("plots.remove_run", words.named(run)), Icon.CLOSE.view());
      remove.setMnemonicParsing(false); // names contain underscores
      remove.setOnAction(event -> model.earlier().remove(run));
      runs.getItems().add(remove);
    }
    runs.getItems().addAll(new SeparatorMenuItem(), item("plots.remove_all", Icon.DELETE, model.earlier()::clear));
    runs.setDisable(model.earlier().isEmpty());
    return runs;
  }
}
