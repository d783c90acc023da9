package studio.backprop.ui.compare.landscape;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.landscape.surface.TestSurface;
import studio.backprop.ui.compare.comparison.ComparisonTab;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Titled;
import studio.backprop.ui.kit.formula.Typesetter;

/** Page Landscape: map with playhead and table at the left, values of each variant and curves at the right. */
public final class LandscapePage implements ComparisonTab {
  private static final int CARDS_ACROSS = 2;
  /** Share of the width of the right column. */
  private static final double SIDE_SHARE = 0.36;
  private static final Set<KeyCode> WALKING = EnumSet.of(KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END);

  private final LandscapeModel model;
  private final Lang lang;
  private final Hints hints;
  private final LandscapeTexts words;
  private final VBox view = new VBox();
  private final MapView map;
  private final MapLegend legend;
  private final VBox presented;
  private final GridPane cards = new GridPane();
  private final OptimizerStepPane account;
  private final RaceTransport transport;
  private final SurfaceBar bar;
  private final LandscapeCommands commands;
  private final ObjectProperty<Optional<Region>> shownTransport = new SimpleObjectProperty<>(this, "transport", Optional.empty());
  private List<VariantCard> shown = List.of();

  public LandscapePage(LandscapeModel model, Lang lang, Hints hints, ThemeModel theme, Typesetter typesetter) {
    this.model = model;
    this.lang = lang;
    this.hints = hints;
    this.words = new LandscapeTexts(model, lang);
    map = new MapView(model, lang, theme);
    legend = new MapLegend(model, lang, words);
    presented = new VBox(legend, map);
    presented.setMinSize(0, 0);
    VBox.setVgrow(map, Priority.ALWAYS);
    Sight.show(legend, false);
    account = new OptimizerStepPane(model, lang, hints, typesetter);
    transport = new RaceTransport(model, lang, hints);
    view.getStyleClass().add("landscape");
    view.setMinSize(0, 0);
    HBox columns = new HBox(left(), right(theme));
    columns.getStyleClass().add("landscape-columns");
    columns.setMinSize(0, 0);
    VBox.setVgrow(columns, Priority.ALWAYS);
    bar = new SurfaceBar(model, lang, hints, typesetter, this::takeKeys);
    commands = new LandscapeCommands(model, map, bar::nextPlane, this::point);
    view.getChildren().addAll(bar, columns, new LandscapeStatusBar(model, lang));
    model.surfaceProperty().subscribe(surface -> shownTransport.set(surface.map(one -> transport)));
    model.frameProperty().subscribe(this::redraw);
    lang.textsProperty().subscribe(texts -> redraw());
  }

  private void takeKeys() {
    map.requestFocus();
  }

  private Region left() {
    Titled titled = new Titled(words.title(), presented).meaning(new Terms(lang), "loss-landscape");
    titled.detail(words.detail(map.reliefProperty()));
    ToggleButton relief = new ToggleButton();
    relief.setId("landscape-relief");
    relief.textProperty().bind(lang.bind("landscape.relief"));
    relief.selectedProperty().bindBidirectional(map.reliefProperty());
    relief.setOnAction(event -> takeKeys());
    hints.explain(relief, KeyCombination.valueOf("R"), "landscape.relief.help");
    titled.action(relief);
    titled.setMinSize(0, 0);
    VBox.setVgrow(titled, Priority.ALWAYS);
    VBox left = new VBox(titled, time(), new StepTable(model, lang));
    left.getStyleClass().add("landscape-left");
    left.setMinSize(0, 0);
    HBox.setHgrow(left, Priority.ALWAYS);
    return left;
  }

  private HBox time() {
    Label name = new Label();
    name.getStyleClass().add("panel-title");
    name.textProperty().bind(lang.bind("landscape.time"));
    name.setMinWidth(Region.USE_PREF_SIZE);
    Slider slider = new Slider(0, 1, 0);
    slider.setId("landscape-time");
    slider.getStyleClass().add("time");
    slider.setFocusTraversable(false); // the arrow keys of the page do the same
    slider.accessibleTextProperty().bind(lang.bind("landscape.time"));
    HBox.setHgrow(slider, Priority.ALWAYS);
    Label place = new Label();
    place.setId("landscape-place");
    place.getStyleClass().add("note");
    place.setMinWidth(Region.USE_PREF_SIZE);
    boolean[] following = {false};
    slider.valueProperty().subscribe((before, now) -> {
      if (!following[0]) {
        model.pause();
        model.look(Math.round(now.doubleValue()));
      }
    });
    Runnable follow = () -> {
      following[0] = true;
      slider.setMax(Math.max(1, model.lastStep()));
      slider.setValue(model.step());
      slider.setDisable(model.lastStep() == 0);
      place.setText(lang.say("landscape.time.place", model.step(), model.lastStep()));
      following[0] = false;
    };
    model.frameProperty().subscribe(follow);
    lang.textsProperty().subscribe(texts -> follow.run());
    HBox row = new HBox(name, slider, place);
    row.getStyleClass().add("time-row");
    return row;
  }

  private Region right(ThemeModel theme) {
    cards.getStyleClass().add("lane-cards");
    cards.setMinHeight(Region.USE_PREF_SIZE); // else the card's text would be cut off
    for (int column = 0; column < CARDS_ACROSS; column++) {
      ColumnConstraints half = new ColumnConstraints();
      half.setPercentWidth(100.0 / CARDS_ACROSS);
      cards.getColumnConstraints().add(half);
    }
    Label note = new Label();
    note.setGraphic(Icon.INFO.view());
    note.setWrapText(true);
    model.surfaceProperty().subscribe(surface -> note.setText(words.note()));
    model.frameProperty().subscribe(() -> note.setText(words.note()));
    lang.textsProperty().subscribe(texts -> note.setText(words.note()));
    note.setMinHeight(Region.USE_PREF_SIZE);
    HBox banner = new HBox(note);
    banner.getStyleClass().addAll("banner", "hint");
    HBox.setHgrow(note, Priority.ALWAYS);
    LossCurves curves = new LossCurves(model, lang, theme);
    Titled titled = new Titled(lang.bind("landscape.curves"), curves).detail(words.curves());
    VBox.setVgrow(titled, Priority.ALWAYS);
    Titled ends = new Titled(lang.bind("landscape.ends"), new MinimaMaps(model, lang, theme)).detail(lang.bind("landscape.ends.detail"))
        .meaning(new Terms(lang), "sharpness");
    model.frameProperty().subscribe(() -> Sight.show(ends, model.surfaceProperty().get().isEmpty() && model.lastStep() > 0
        && !model.isWhole()));
    Label how = new Label();
    how.getStyleClass().addAll("note", "mut");
    how.setWrapText(true);
    how.setMinHeight(Region.USE_PREF_SIZE);
    how.textProperty().bind(lang.bind("landscape.how"));
    model.surfaceProperty().subscribe(surface -> Sight.show(how, surface.isEmpty()));
    LandscapeSidePane right = new LandscapeSidePane(cards, account, new LandscapePointCard(model, lang, hints, theme), banner, titled, ends,
        new LinePane(model, lang, hints, theme, this::takeKeys), new StartPane(model, lang, hints, this::takeKeys),
        how);
    ScrollPane scroll = new ScrollPane(right);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("landscape-side");
    scroll.prefWidthProperty().bind(view.widthProperty().multiply(SIDE_SHARE));
    scroll.addEventFilter(KeyEvent.KEY_PRESSED, this::pressInScroll);
    return scroll;
  }

  private void redraw() {
    if (shown.size() != model.trails().size()) {
      List<VariantCard> fresh = new ArrayList<>();
      cards.getChildren().clear();
      for (int variant = 0; variant < model.trails().size(); variant++) {
        int which = variant;
        VariantCard card = new VariantCard(model, variant, lang, hints, () -> point(which));
        fresh.add(card);
        cards.add(card, variant % CARDS_ACROSS, variant / CARDS_ACROSS);
      }
      shown = List.copyOf(fresh);
    }
    shown.forEach(VariantCard::redraw);
  }

  /** Selects a variant: on the network C centres the map on it, on a test surface its step is explained. */
  private void point(int variant) {
    model.laneProperty().set(variant);
    if (model.surfaceProperty().get().isPresent()) {
      account.toggle(variant);
    }
    shown.forEach(VariantCard::redraw);
  }

  /** The map alone, for the presentation. */
  public Region map() {
    return presented;
  }

  /** Adds a legend and the step to the map. @return undoes that */
  public Runnable beginPresenting() {
    Sight.show(legend, true);
    return () -> Sight.show(legend, false);
  }

  public void show(Optional<TestSurface> surface) {
    model.surfaceProperty().set(surface);
  }

  @Override
  public Region view() {
    return view;
  }

  @Override
  public ObservableValue<Optional<Region>> transport() {
    return shownTransport;
  }

  @Override
  public void front(boolean now) {
    model.openProperty().set(now);
  }

  @Override
  public List<Command> commands() {
    return commands.now();
  }

  @Override
  public boolean undo() {
    return model.undo();
  }

  @Override
  public boolean escape() {
    return account.close() || model.network().leavePoint();
  }

  /** A scroll pane would consume these keys. */
  private void pressInScroll(KeyEvent key) {
    boolean walks = WALKING.contains(key.getCode()) && !key.isShiftDown() && !key.isShortcutDown() && !key.isAltDown();
    if (walks && !(key.getTarget() instanceof TextInputControl) && press(key)) {
      key.consume();
    }
  }

  @Override
  public boolean press(KeyEvent key) {
    boolean race = model.surfaceProperty().get().isPresent();
    Optional<Nudge> nudge = race && key.isShiftDown() ? Nudge.of(key.getCode()) : Optional.empty();
    if (nudge.isPresent()) {
      nudge.get().move(map);
      return true;
    }
    switch (key.getCode()) {
      case LEFT -> model.playhead().back();
      case RIGHT -> {
        if (!race && (model.step() >= model.lastStep() || key.isShiftDown())) {
          return false; // the variants take a step
        }
        model.playhead().forward();
      }
      case SPACE -> {
        if (!race) {
          return false;
        }
        model.playhead().toggle();
      }
      case HOME -> {
        if (!race) {
          return false;
        }
        model.playhead().toStart();
      }
      case END -> model.playhead().toEnd();
      case R -> map.reliefProperty().set(!map.reliefProperty().get());
      case UP -> {
        return map.turn(0, 1);
      }
      case DOWN -> {
        return map.turn(0, -1);
      }
      case COMMA -> {
        return map.turn(-1, 0);
      }
      case PERIOD -> {
        return map.turn(1, 0);
      }
      case DIGIT0 -> {
        return map.turnBack();
      }
      case P -> {
        if (race) {
          return false;
        }
        bar.nextPlane();
      }
      case C -> {
        if (race) {
          return false;
        }
        model.centreHere();
      }
      case DIGIT1, DIGIT2, DIGIT3, DIGIT4 -> {
        int variant = key.getCode().ordinal() - KeyCode.DIGIT1.ordinal();
        if (variant >= shown.size()) {
          return false;
        }
        point(variant);
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
