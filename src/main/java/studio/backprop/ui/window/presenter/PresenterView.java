package studio.backprop.ui.window.presenter;

import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.ui.kit.Cover;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.document.ProjectTitle;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Presentation mode: one large view of the window, on a wide screen with output and metrics beside it, and large buttons. Views are
 * borrowed from the window and returned unchanged.
 */
public final class PresenterView {
  private static final double NARROW = 1366;
  /** Width in px from which the output is displayed beside the view. */
  private static final double WIDE = 1440;
  private static final double SIDE = 0.25;
  private static final PseudoClass NARROW_STATE = PseudoClass.getPseudoClass("narrow");

  private final PresenterModel model;
  private final List<Exhibit> exhibits;
  private final Enlarged stage = new Enlarged();
  private final SideColumn side = new SideColumn();
  private final HBox strip = new HBox();
  private final Region stripGap = gap();
  private final Figures figures;
  private final Caption caption;
  private final Controls controls;
  private final PresenterKeys keys;
  private final Pen pen;
  /** Controls below the view, such as sliders. */
  private final StackPane under = new StackPane();
  private final VBox main = new VBox();
  private final StackPane middle = new StackPane();
  private final BorderPane body = new BorderPane();
  private final BorderPane page = new BorderPane();
  private final Cover cover = new Cover(page);
  private final ObjectProperty<Optional<Supplier<String>>> headline = new SimpleObjectProperty<>(this, "headline", Optional.empty());
  private Optional<Exhibit> shown = Optional.empty();
  private List<Node> covered = List.of();
  private boolean bare;
  private Optional<Region> aside = Optional.empty();
  private Predicate<KeyEvent> first = event -> false;

  /**
   * @param exhibits the output last
   * @param walk selects the next node of the network, or the previous for −1
   */
  public PresenterView(List<Exhibit> exhibits, DocumentModel document, RunModel run, Lang lang, IntConsumer walk) {
    this.exhibits = exhibits;
    model = new PresenterModel(exhibits.size());
    pen = new Pen(model);
    figures = new Figures(run, lang);
    caption = new Caption(run, document, lang);
    controls = new Controls(model, pen, run, lang);
    fill(document, lang);
    cover.addEventFilter(KeyEvent.KEY_PRESSED, this::hear);
    keys = new PresenterKeys(model, pen, run, walk, () -> shown.map(Exhibit::commands).orElse(List.of()));
    keys.installOn(cover);
    page.widthProperty().subscribe(this::arrange);
    model.presentingProperty().subscribe(this::follow);
    model.viewProperty().subscribe(this::follow);
    model.magnifiedProperty().subscribe(this::magnify);
  }

  private void fill(DocumentModel document, Lang lang) {
    Region blank = new Region();
    blank.getStyleClass().add("blank");
    blank.visibleProperty().bind(model.blankProperty());
    blank.setMouseTransparent(true);
    strip.getStyleClass().add("strip");
    VBox.setVgrow(stage, Priority.ALWAYS);
    main.getChildren().addAll(strip, stage, under, caption);
    main.setMinSize(0, 0);
    body.setCenter(main);
    middle.getChildren().addAll(body, new Spotlight(model), pen);
    middle.setMinSize(0, 0);
    middle.addEventFilter(MouseEvent.MOUSE_MOVED, event -> model.pointAt(event.getX(), event.getY()));
    middle.addEventFilter(ScrollEvent.SCROLL, this::turnWheel);
    page.getStyleClass().add("presenter");
    page.setFocusTraversable(true);
    page.accessibleTextProperty().bind(lang.bind("presenter.begin.help"));
    page.setTop(head(document, lang));
    page.setCenter(middle);
    page.setBottom(controls);
    cover.getChildren().add(blank);
  }

  private HBox head(DocumentModel document, Lang lang) {
    Label project = new Label();
    project.getStyleClass().addAll("mut", "may-be-cut");
    project.setMinWidth(0);
    project.textProperty().bind(Bindings.createStringBinding(
        () -> headline.get().map(Supplier::get).orElseGet(() -> lang.say(ProjectTitle.of(document.nameProperty().get()))),
        document.nameProperty(), lang.textsProperty(), headline, model.presentingProperty()));
    ViewChoice views = new ViewChoice(model, exhibits, lang);
    views.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(views, gap(), project);
    head.getStyleClass().add("head");
    return head;
  }

  private static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  /** Title in place of the project's name. */
  public void call(Supplier<String> title) {
    headline.set(Optional.of(title));
  }

  /** Hides metrics, output and captions, for a lesson. */
  public void makeBare() {
    bare = true;
    main.getChildren().remove(caption);
    arrange();
  }

  /** Controls below the view, such as sliders; empty for none. */
  public void showUnder(Optional<Region> controls) {
    under.getChildren().setAll(controls.map(List::of).orElse(List.of()));
  }

  /** Index of the presented view. */
  public ReadOnlyIntegerProperty viewProperty() {
    return model.viewProperty();
  }

  /** Buttons before the others, such as Next of a lesson; empty for none. */
  public void lead(List<Node> buttons) {
    controls.lead(buttons);
  }

  /** @param most last digit key that counts a vote, from 1; 0 for none */
  public void count(ObservableValue<Integer> most) {
    controls.count(most);
  }

  /** View with scalable text; {@code fits} tells whether it fits into a size in its own px. */
  public void mayGrow(Region view, BiPredicate<Double, Double> fits) {
    stage.mayGrow(view, fits);
  }

  /** Playback that the transport buttons control; empty for the run of the window. */
  public void play(Optional<Played> instead) {
    controls.play(instead);
  }

  /** Enables Play and Step. */
  public void allow(boolean plays, boolean steps) {
    model.playsProperty().set(plays);
    model.stepsProperty().set(steps);
  }

  /** @param taken key filter, after existing ones; true consumes the key */
  public void hearFirst(Predicate<KeyEvent> taken) {
    first = first.or(taken);
  }

  /**
   * Leaves the arrow keys to a game while it is played.
   *
   * @param taken as of {@link #hearFirst}
   */
  public void leaveArrows(ObservableValue<Boolean> playing, Predicate<KeyEvent> taken) {
    hearFirst(taken);
    playing.subscribe(controls::leaveArrows);
  }

  private void hear(KeyEvent event) {
    if (first.test(event)) {
      event.consume();
    }
  }

  /** Whether a presentation is on. */
  public ReadOnlyBooleanProperty presentingProperty() {
    return model.presentingProperty();
  }

  /** Toggles the presentation in this window. */
  public void toggleIn(Scene scene) {
    if (model.presentingProperty().get()) {
      model.end();
    } else {
      cover.showIn(scene);
      page.resize(cover.getWidth(), cover.getHeight()); // laid out once at its final size
      hideUnder();
      caption.begin();
      model.begin();
    }
  }

  /** Hides the covered window: training needs the time. */
  private void hideUnder() {
    covered = cover.getParent().getChildrenUnmodifiable().stream()
        .filter(node -> node != cover && node.isVisible() && !node.visibleProperty().isBound()).toList();
    covered.forEach(node -> node.setVisible(false));
  }

  /** Overlay of the presentation. */
  public Region cover() {
    return cover;
  }

  /** Adds a tool of the window. */
  public void offer(Tool tool) {
    controls.offer(tool);
    keys.offer(tool);
  }

  /** Shows a card in place of the output while visible. Keys pressed on it belong to it, except those of a clicker. */
  public void standAside(Region card) {
    aside = Optional.of(card);
    keys.leaveTo(card);
    card.visibleProperty().subscribe(this::arrange);
  }

  /** Selects an exhibit, now or for the next presentation. */
  public void show(int exhibit) {
    model.show(exhibit);
  }

  /** Restricts the selectable views to these indices, in this order; at least one. */
  public void offer(List<Integer> places) {
    model.offeredProperty().set(List.copyOf(places));
  }

  private void follow() {
    Optional<Exhibit> wanted = model.presentingProperty().get() ? Optional.of(exhibits.get(model.viewProperty().get())) : Optional.empty();
    if (!wanted.equals(shown)) {
      pen.lift();
      model.magnifiedProperty().set(false);
      side.show(Optional.empty());
      stage.clear();
      shown = wanted;
      wanted.ifPresent(stage::show);
      wanted.map(Exhibit::ground).ifPresent(pen::lieOn);
      arrange();
    }
    if (wanted.isEmpty()) {
      covered.forEach(node -> node.setVisible(true));
      covered = List.of();
      cover.close();
    }
  }

  /** A wide screen has a column at the right; a narrow one has the metrics above the view. */
  private void arrange() {
    double width = page.getWidth();
    Optional<Region> card = aside.filter(one -> model.presentingProperty().get() && one.isVisible());
    boolean plain = bare || shown.filter(Exhibit::alone).isPresent();
    boolean wide = !plain && card.isEmpty() && width >= WIDE;
    boolean above = !plain && !wide && (card.isEmpty() || width >= WIDE);
    page.pseudoClassStateChanged(NARROW_STATE, width < NARROW);
    controls.shorten(width < NARROW);
    List<Node> choice = shown.flatMap(Exhibit::choice).<List<Node>>map(List::of).orElse(List.of());
    strip.getChildren().setAll(choice);
    strip.getChildren().add(stripGap);
    body.setRight(card.orElse(wide ? side : null));
    if (wide) {
      side.take(figures, Math.rint(width * SIDE));
    } else if (above) {
      figures.stack(false);
      strip.getChildren().add(figures);
    }
    boolean filled = above || choice.stream().anyMatch(Node::isManaged);
    strip.setVisible(filled);
    strip.setManaged(filled);
    Exhibit output = exhibits.get(exhibits.size() - 1);
    side.show(shown.filter(now -> wide && now != output).map(now -> output));
  }

  private void magnify(boolean closer) {
    Point2D place = stage.sceneToLocal(middle.localToScene(model.xProperty().get(), model.yProperty().get()));
    stage.magnify(closer, place.getX(), place.getY());
  }

  private void turnWheel(ScrollEvent event) {
    if (model.spotlightProperty().get()) {
      model.growSpotlight(Math.signum(event.getDeltaY()));
      event.consume();
    }
  }
}
