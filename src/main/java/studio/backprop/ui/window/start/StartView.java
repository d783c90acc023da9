package studio.backprop.ui.window.start;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.store.Sample;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;

/** Start screen: interactive neuron, and entries into a project. */
public final class StartView extends BorderPane {
  private static final double NARROW = 1366;
  private static final double SAMPLE_WIDTH = 240;
  private static final double TRY_WIDTH = 220;
  private static final PseudoClass NARROW_STATE = PseudoClass.getPseudoClass("narrow");
  private static final KeyCombination NEW = KeyCombination.valueOf("Shortcut+N");
  static final KeyCombination PRESENT = KeyCombination.valueOf("F5");
  private static final KeyCombination OPEN = KeyCombination.valueOf("Shortcut+O");

  private final NeuronModel neuron;
  private final RecentModel recent;
  private final SamplesModel samples;
  private final Lang lang;
  private final ThemeModel theme;
  private final Doors doors;
  private final Hints hints;
  private final NeuronView hero;
  private final VBox lessons = new VBox();
  private final BooleanProperty projectOpen = new SimpleBooleanProperty(this, "projectOpen");

  public StartView(NeuronModel neuron, RecentModel recent, SamplesModel samples, Lang lang, ThemeModel theme, Doors doors) {
    this.neuron = neuron;
    this.recent = recent;
    this.samples = samples;
    this.lang = lang;
    this.theme = theme;
    this.doors = doors;
    this.hints = new Hints(lang);
    this.hero = new NeuronView(neuron, lang, theme, () -> doors.open(neuron.project(), neuron.parameters()));
    HBox first = new HBox(hero, side());
    first.getStyleClass().add("first-row");
    HBox.setHgrow(hero, Priority.ALWAYS);
    EvenRow cards = sampleCards();
    VBox page = new VBox(first, head("start.samples", "start.samples.ready", allSamples(cards)), cards,
        lessons, head("start.try", "start.try.about"), tries());
    page.getStyleClass().add("page");
    lessons.getStyleClass().add("section");
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    getStyleClass().add("start");
    // Tab visits the neuron first and the top bar last
    setCenter(scroll);
    setBottom(foot());
    setTop(new StartHeader(lang, theme, projectOpen, doors));
    widthProperty().subscribe(width -> pseudoClassStateChanged(NARROW_STATE, width.doubleValue() > 0 && width.doubleValue() < NARROW));
    installKeys(page);
  }

  /** Whether there is an open project. */
  public BooleanProperty projectOpenProperty() {
    return projectOpen;
  }

  /** Shows some lessons with progress; the first is to be continued. */
  public void showLessons(List<LessonCard.Shown> shown) {
    lessons.getChildren().clear();
    if (!shown.isEmpty()) {
      EvenRow cards = new EvenRow(TRY_WIDTH, shown.stream().map(one -> new LessonCard(one, lang, () -> doors.openLesson(one.folder())))
          .toList());
      lessons.getChildren().addAll(head("start.lessons", "start.lessons.about", allLessons()), cards);
    }
  }

  /** Call when shown: loads rows and cards in the background. */
  public void arrive() {
    recent.look();
    samples.load();
  }

  /** Call when hidden: stops animations. */
  public void leave() {
    neuron.pause();
  }

  @Override
  public void requestFocus() {
    hero.requestFocus();
  }

  private VBox side() {
    Button fresh = button("start.new", Icon.PLUS, NEW, doors::newNetwork);
    fresh.setId("new-network");
    fresh.getStyleClass().add("main");
    Button open = button("start.open", Icon.OPEN, OPEN, doors::open);
    open.setId("open-project");
    HBox ways = new HBox(fresh, open);
    ways.getStyleClass().add("gap-8");
    Label drop = new Label(null, Icon.IMPORT.view());
    drop.getStyleClass().addAll("note", "mut", "drop-note");
    drop.textProperty().bind(lang.bind("start.drop"));
    VBox side = new VBox(ways, new RecentView(recent, lang, doors::open), drop);
    side.getStyleClass().addAll("card", "raised", "start-side");
    return side;
  }

  private Button button(String key, Icon icon, KeyCombination keys, Runnable action) {
    Button button = new Button(null, icon.view());
    button.textProperty().bind(lang.bind(key));
    button.setOnAction(event -> action.run());
    button.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(button, Priority.ALWAYS);
    hints.explain(button, keys, key + ".help");
    return button;
  }

  private HBox head(String key, String about, Node... more) {
    Label title = label(key, "panel-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, label(about, "mut"), gap);
    head.getChildren().addAll(more);
    head.getStyleClass().addAll("section-head", "baseline");
    return head;
  }

  private Label label(String key, String style) {
    Label label = new Label();
    label.textProperty().bind(lang.bind(key));
    label.getStyleClass().add(style);
    return label;
  }

  private EvenRow sampleCards() {
    return new EvenRow(SAMPLE_WIDTH, samples.samples().stream().map(this::card).toList());
  }

  private SampleCard card(Sample sample) {
    SampleCard card = new SampleCard(sample, samples.factsProperty(sample), lang, theme);
    card.setOnAction(event -> {
      card.showOpening();
      doors.openSample(sample.name());
    });
    return card;
  }

  /** Unfolds the samples. */
  private Hyperlink allSamples(EvenRow cards) {
    int count = samples.samples().size();
    Hyperlink all = new Hyperlink();
    all.setId("all-samples");
    all.getStyleClass().add("strong");
    cards.unfoldedProperty().subscribe(unfolded -> {
      all.textProperty().unbind();
      all.textProperty().bind(unfolded ? lang.bind("start.samples.fewer") : lang.bind("start.samples.all", count));
    });
    all.visibleProperty().bind(cards.columnsProperty().lessThan(count));
    all.setOnAction(event -> cards.unfoldedProperty().set(!cards.unfoldedProperty().get()));
    return all;
  }

  private Hyperlink allLessons() {
    Hyperlink all = new Hyperlink();
    all.setId("all-lessons");
    all.getStyleClass().add("strong");
    all.textProperty().bind(lang.bind("start.lessons.all"));
    all.setOnAction(event -> doors.lessons());
    return all;
  }

  private EvenRow tries() {
    return new EvenRow(TRY_WIDTH, List.of(
        new TryCard(Icon.TOUR, "start.try.tour", lang, doors::tour),
        new TryCard(Icon.GRADIENTS, "start.try.descent", lang, hero::requestFocus),
        new TryCard(Icon.POINTS, "start.try.bend", lang, () -> doors.openSample("circles")),
        new TryCard(Icon.ACTIVATIONS, "start.try.look", lang, () -> doors.openSample("digits-cnn"))));
  }

  private HBox foot() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox foot = new HBox(label("start.offline", "mut"), gap, label("start.keys", "mut"));
    foot.getStyleClass().add("status-bar");
    return foot;
  }

  private void installKeys(Region page) {
    addEventFilter(KeyEvent.KEY_PRESSED, event -> {
      // a clicked button keeps the focus, but Space then means to learn
      if (event.getCode() == KeyCode.SPACE && event.getTarget() instanceof ButtonBase button && !button.isFocusVisible()) {
        take(event, neuron::toggleLearning);
      }
    });
    // before the scroll pane, which would handle the arrows
    page.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  private void press(KeyEvent event) {
    if (NeuronView.LEARN.match(event)) {
      take(event, neuron::toggleLearning);
    } else if (NeuronView.STEP.match(event)) {
      take(event, neuron::step);
    } else if (NeuronView.AGAIN.match(event)) {
      take(event, neuron::sameStartAgain);
    } else if (NEW.match(event)) {
      take(event, doors::newNetwork);
    } else if (OPEN.match(event)) {
      take(event, doors::open);
    } else if (PRESENT.match(event) && projectOpen.get()) {
      take(event, doors::present);
    } else if (event.getCode() == KeyCode.ESCAPE && projectOpen.get()) {
      take(event, doors::back);
    }
  }

  private static void take(KeyEvent event, Runnable action) {
    action.run();
    event.consume();
  }
}
