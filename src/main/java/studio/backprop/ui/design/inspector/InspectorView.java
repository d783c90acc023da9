package studio.backprop.ui.design.inspector;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.backprop.ui.design.inspector.InspectorModel.Subject;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.form.FormGrid;
import studio.backprop.ui.kit.formula.Typesetter;
import studio.backprop.ui.workspace.document.Mender;

/** Side panel at the right: header of the selection, tabs of its settings, numbers and formulas. Other modules may add tabs. */
public final class InspectorView extends VBox {
  private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");
  private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
  private static final double NARROW_BELOW = 320;

  private final InspectorModel model;
  private final Lang lang;
  private final Mender mender;
  private final TabPane tabs = new TabPane();
  private final Tab settings;
  private final Tab numbers;
  private final Tab math;
  private final MathPage mathPage;
  private Runnable lookInside = () -> {};

  public InspectorView(InspectorModel model, Lang lang, Hints hints, ThemeModel theme, Mender mender, Typesetter typesetter) {
    this.model = model;
    this.lang = lang;
    this.mender = mender;
    getStyleClass().addAll("inspector", "panel");
    accessibleTextProperty().bind(lang.bind("inspector.title"));
    tabs.accessibleTextProperty().bind(accessibleTextProperty());
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.setTabDragPolicy(TabPane.TabDragPolicy.FIXED);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().addAll(new HeaderView(model, lang, hints, () -> lookInside.run()), tabs);
    settings = addTab(tabs.getTabs().size(), lang.bind("inspector.settings"), settings(hints, theme));
    settings.graphicProperty().bind(problemCount());
    numbers = addTab(tabs.getTabs().size(), lang.bind("inspector.numbers"), new NumbersPage(model, lang, theme));
    model.numbers().watchedProperty().bind(numbers.selectedProperty());
    mathPage = new MathPage(model.math(), lang, typesetter);
    math = addTab(tabs.getTabs().size(), lang.bind("inspector.math"), mathPage);
    model.math().watchedProperty().bind(math.selectedProperty());
    model.onOpening(() -> ((ScrollPane) settings.getContent()).setVvalue(0));
    widthProperty().subscribe(width -> pseudoClassStateChanged(NARROW, width.doubleValue() < NARROW_BELOW));
  }

  /** Action of the button that opens the inside view of the node. */
  public void onLookInside(Runnable action) {
    lookInside = action;
  }

  public Tab addFilledTab(int place, ObservableValue<String> title, Region content) {
    Tab tab = addTab(place, title, content);
    ((ScrollPane) tab.getContent()).setFitToHeight(true);
    return tab;
  }

  /** Adds a tab at an index; its content scrolls. */
  public Tab addTab(int place, ObservableValue<String> title, Node content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS); // its place stays free, so that nothing moves when it is needed
    scroll.setFocusTraversable(false);
    scroll.viewportBoundsProperty().subscribe(() -> showFit(scroll));
    content.layoutBoundsProperty().subscribe(() -> showFit(scroll));
    Tab tab = new Tab();
    tab.textProperty().bind(title);
    tab.setContent(scroll);
    tabs.getTabs().add(place, tab);
    return tab;
  }

  private static void showFit(ScrollPane scroll) {
    scroll.pseudoClassStateChanged(FITS, scroll.getContent().getLayoutBounds()
        .getHeight() <= Math.ceil(scroll.getViewportBounds().getHeight()));
  }

  public void removeTab(Tab tab) {
    tabs.getTabs().remove(tab);
  }

  public void show(Tab tab) {
    tabs.getSelectionModel().select(tab);
  }

  /** Selects the settings tab and focuses one setting, by its resource key. */
  public void showSetting(String key) {
    show(settings);
    applyCss();
    layout();
    Node control = settings.getContent().lookup("#" + FormGrid.idOf(key));
    if (control != null) {
      scrollTo((ScrollPane) settings.getContent(), control);
      first(control).requestFocus();
    }
  }

  /** Focusable part of a control: itself, or its text field. */
  private static Node first(Node control) {
    return control.isFocusTraversable() ? control
        : control.lookupAll("*").stream().filter(TextInputControl.class::isInstance).filter(Node::isFocusTraversable).findFirst()
            .orElse(control);
  }

  private static void scrollTo(ScrollPane scroll, Node control) {
    double spare = scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
    double top = scroll.getContent().sceneToLocal(control.localToScene(control.getBoundsInLocal())).getMinY();
    scroll.setVvalue(spare <= 0 ? 0 : Math.min(1, Math.max(0, (top - scroll.getViewportBounds().getHeight() / 2) / spare)));
  }

  public void showNumbers() {
    show(numbers);
  }

  /**
   * Selects the formulas, for the numbers of the shown step. The returned action restores the earlier tab, unless another was selected
   * since.
   */
  public Runnable showMath() {
    Tab before = tabs.getSelectionModel().getSelectedItem();
    show(math);
    mathPage.lead(true);
    return () -> {
      mathPage.lead(false);
      if (math.isSelected()) {
        show(before);
      }
    };
  }

  public void addMath(Node more) {
    mathPage.add(more);
  }

  /** Whether the formulas are at the front. */
  public ReadOnlyBooleanProperty mathShown() {
    return math.selectedProperty();
  }

  private Node settings(Hints hints, ThemeModel theme) {
    Node node = shownFor(Subject.NODE, new NodePage(model, lang, hints, mender));
    Node several = shownFor(Subject.SEVERAL, new SeveralPage(model.several(), lang, hints));
    Node project = shownFor(Subject.PROJECT, new ProjectPage(model, lang, hints, theme));
    node.disableProperty().bind(model.lockedProperty());
    several.disableProperty().bind(model.lockedProperty());
    StackPane pages = new StackPane(node, several, project);
    pages.getStyleClass().add("pages");
    return new VBox(lockedNote(), pages);
  }

  private Label lockedNote() {
    Label note = new Label();
    note.setWrapText(true);
    note.getStyleClass().addAll("locked-note", "note", "mut");
    note.textProperty().bind(lang.bind("inspector.locked"));
    note.visibleProperty().bind(model.lockedProperty());
    note.managedProperty().bind(note.visibleProperty());
    return note;
  }

  private Node shownFor(Subject subject, Node page) {
    page.visibleProperty().bind(model.subjectProperty().isEqualTo(subject));
    page.managedProperty().bind(page.visibleProperty());
    return page;
  }

  /** Badge that is a child only while there are problems: a tab does not reserve room for one that appears later. */
  private ObservableValue<Node> problemCount() {
    Label count = new Label();
    count.getStyleClass().addAll("badge", "bad");
    count.textProperty().bind(Bindings.createStringBinding(
        () -> lang.numbers().whole(model.troublesProperty().get().size()), model.troublesProperty(), lang.textsProperty()));
    return model.troublesProperty().map(troubles -> troubles.isEmpty() ? null : count);
  }
}
