package studio.backprop.ui.window.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Logo;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Theme;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.document.ProjectTitle;

/** Top bar: project, undo, training, theme. */
final class TopBar extends HBox {
  /** px, as in the style sheet. */
  private static final double SPACING = 8;
  /** Below this width the logo replaces the product name. */
  private static final double NARROW = 1270;
  /** From this width on other controls shrink before a project name of usual length. */
  private static final double WIDE = 1400;
  /** Minimum width for ε beside the product name. */
  private static final double WIDEST = 1760;
  private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
  private static final double LEAST_NAME = 100;
  private static final double USUAL_NAME = 220;
  private static final Set<String> LIMITED = Set.of("project", "undo", "redo");

  private final DocumentModel document;
  private final FilesModel files;
  private final Lang lang;
  private final Hints hints;
  private final Runnable home;
  private final StringBinding projectTitle;
  private final MenuButton project;
  private Runnable present = () -> {};
  private Runnable preferences = () -> {};

  TopBar(
      DocumentModel document, FilesModel files, TransportView transport, RateView rate, Lang lang, ThemeModel theme, Runnable home) {
    this.document = document;
    this.files = files;
    this.lang = lang;
    this.hints = new Hints(lang);
    this.home = home;
    this.projectTitle =
        Bindings.createStringBinding(this::sayTitle, document.nameProperty(), files.editedProperty(), lang.textsProperty());
    Label product = new Label("Backprop Studio");
    product.getStyleClass().addAll("strong", "product");
    product.setMinWidth(USE_PREF_SIZE);
    Node between = rule();
    Runnable fit = () -> {
      boolean narrow = getWidth() < (rate.exploresProperty().getValue() ? WIDEST : NARROW);
      Sight.show(product, !narrow);
      Sight.show(between, !narrow);
      pseudoClassStateChanged(TIGHT, getWidth() < (rate.exploresProperty().getValue() ? WIDE : NARROW));
    };
    widthProperty().subscribe(fit);
    rate.exploresProperty().subscribe(fit);
    getStyleClass().add("top-bar");
    this.project = projectMenu();
    getChildren().addAll(
        homeButton(), product, between, project,
        historyButton(Icon.UNDO, WindowShortcuts.UNDO, "top.undo", document.undoNameProperty(), document::undo),
        historyButton(Icon.REDO, WindowShortcuts.REDO, "top.redo", document.redoNameProperty(), document::redo),
        tight(gap()), transport, gap(), rate, rule(), languageMenu(), presentButton(), themeButton(theme));
  }

  @Override
  protected void layoutChildren() {
    double wanted = getWidth() < WIDE ? LEAST_NAME : Math.min(USUAL_NAME, project.prefWidth(-1) + markToCome());
    project.setMinWidth(Math.max(LEAST_NAME, Math.min(wanted, getWidth() - others())));
    super.layoutChildren();
  }

  /** Reserved width of the unsaved mark. */
  private double markToCome() {
    return files.editedProperty().get() ? 0 : Fonts.width(lang.say("top.changed", ""), project.getFont());
  }

  /** Minimum width of everything but the name. */
  private double others() {
    double others = snappedLeftInset() + snappedRightInset() - SPACING;
    for (Node child : getManagedChildren()) {
      others += SPACING + (child == project ? 0 : child.minWidth(-1));
    }
    return others;
  }

  private Button homeButton() {
    Button button = new Button(null, new Logo(24));
    button.setId("home");
    button.getStyleClass().addAll("bare", "icon-only");
    button.setOnAction(e -> home.run());
    hints.explain(button, WindowShortcuts.HOME, "top.home.help");
    return button;
  }

  /** Restricts the controls to these ids; removes the project menu. */
  void limit(Set<String> ids) {
    for (Node child : getChildren()) {
      boolean control = child == project || child.getId() != null && LIMITED.contains(child.getId());
      if (control) {
        boolean shown = ids.contains(child.getId());
        child.setVisible(shown);
        child.setManaged(shown);
      } else if (child instanceof TransportView transport) {
        transport.limit(ids);
      } else if (child instanceof RateView) {
        child.setVisible(ids.contains("rate"));
        child.setManaged(child.isVisible());
      }
    }
  }

  private static Node rule() {
    Region rule = new Region();
    rule.getStyleClass().addAll("rule", "upright");
    return rule;
  }

  private static Node gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  /** Collapses one of two spacings where the name needs the room. */
  private static Node tight(Node gap) {
    HBox.setMargin(gap, new Insets(0, -SPACING, 0, 0));
    return gap;
  }

  private MenuButton projectMenu() {
    MenuButton menu = new MenuButton();
    menu.setId("project");
    menu.getStyleClass().add("bare");
    menu.textProperty().bind(projectTitle);
    menu.setMnemonicParsing(false); // names of files have underscores
    menu.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    menu.setAlignment(Pos.CENTER_LEFT); // keeps its position when the mark appears
    hints.explain(menu, "top.project.help", projectTitle);
    menu.getItems().addAll(
        MenuItems.item(lang, "top.home", Icon.HOME, WindowShortcuts.HOME, home),
        MenuItems.item(lang, "top.new", Icon.NEW, WindowShortcuts.NEW, files::newProject),
        MenuItems.item(lang, "top.new_window", Icon.NEW_WINDOW, WindowShortcuts.NEW_WINDOW, files::newWindow),
        MenuItems.item(lang, "top.open", Icon.OPEN, WindowShortcuts.OPEN, files::open),
        new SamplesMenu(files, lang),
        new SeparatorMenuItem(),
        MenuItems.item(lang, "top.save", Icon.SAVE, WindowShortcuts.SAVE, files::save),
        MenuItems.item(lang, "top.save_as", Icon.SAVE_AS, WindowShortcuts.SAVE_AS, files::saveAs),
        new SeparatorMenuItem(),
        MenuItems.item(lang, "top.preferences", Icon.SETTINGS, WindowShortcuts.PREFERENCES, () -> preferences.run()));
    return menu;
  }

  /** Project name with a mark while there are unsaved changes. */
  StringBinding projectTitle() {
    return projectTitle;
  }

  private String sayTitle() {
    String title = lang.say(ProjectTitle.of(document.nameProperty().get()));
    return files.editedProperty().get() ? lang.say("top.changed", title) : title;
  }

  private Button historyButton(
      Icon icon, KeyCombination keys, String key, ObservableValue<Optional<Message>> name, Runnable action) {
    Button button = new Button();
    button.setId(key.substring("top.".length()));
    button.setGraphic(icon.view());
    button.getStyleClass().addAll("bare", "icon-only");
    button.disableProperty().bind(Bindings.createBooleanBinding(() -> name.getValue().isEmpty(), name));
    button.setOnAction(e -> action.run());
    hints.explain(button, keys, key, Bindings.createObjectBinding(() -> name.getValue().map(lang::say).orElse(""), name,
        lang.textsProperty()));
    return button;
  }

  private MenuButton languageMenu() {
    MenuButton menu = new MenuButton();
    menu.setId("language");
    menu.setMinWidth(USE_PREF_SIZE);
    menu.setGraphic(Icon.LANGUAGE.view());
    menu.textProperty().bind(lang.bind("top.language"));
    hints.explain(menu, "top.language.help");
    ToggleGroup group = new ToggleGroup();
    for (Texts texts : Texts.all()) {
      RadioMenuItem item = MenuItems.choice(new SimpleStringProperty(texts.say("top.language.own")), group, lang.texts() == texts);
      item.setOnAction(e -> lang.textsProperty().set(texts));
      lang.textsProperty().subscribe(chosen -> item.setSelected(chosen == texts));
      menu.getItems().add(item);
    }
    return menu;
  }

  private Button presentButton() {
    Button button = new Button();
    button.setId("present");
    button.setMinWidth(USE_PREF_SIZE);
    button.setGraphic(Icon.PRESENT.view());
    button.textProperty().bind(lang.bind("presenter.begin"));
    button.getStyleClass().add("present");
    button.setOnAction(e -> present.run());
    hints.explain(button, WindowShortcuts.PRESENT, "presenter.begin.help");
    return button;
  }

  /** Adds export commands to the project menu, above the preferences. */
  void export(List<Command> commands) {
    List<MenuItem> items = new ArrayList<>(commands.stream().map(this::item).toList());
    items.add(0, new SeparatorMenuItem());
    int ofTheWindow = project.getItems().stream().map(MenuItem::getClass).toList().lastIndexOf(SeparatorMenuItem.class);
    project.getItems().addAll(ofTheWindow, items);
  }

  /** Adds a command above the preferences. */
  void offer(Command command) {
    project.getItems().add(project.getItems().size() - 1, item(command));
  }

  /** Displays the shortcut only; the panel handles it. */
  private MenuItem item(Command command) {
    MenuItem item = MenuItems.item(lang, command.title().key(), command.icon(), command::run);
    item.disableProperty().bind(Bindings.not(command.possible()));
    command.key().map(KeyCombination::valueOf).ifPresent(item::setAccelerator);
    return item;
  }

  void onPreferences(Runnable action) {
    preferences = action;
  }

  void onPresent(Runnable action) {
    present = action;
  }

  private Button themeButton(ThemeModel theme) {
    Button button = new Button();
    button.setId("theme");
    button.getStyleClass().add("icon-only");
    theme.themeProperty().subscribe(now -> button.setGraphic((now == Theme.LIGHT ? Icon.MOON : Icon.SUN).view()));
    button.setOnAction(e -> theme.themeProperty().set(theme.theme().other()));
    hints.explain(button, "top.theme.help");
    return button;
  }
}
