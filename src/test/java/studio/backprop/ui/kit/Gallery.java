package studio.backprop.ui.kit;

import atlantafx.base.controls.ToggleSwitch;
import java.util.Random;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.text.Texts;

/** All building blocks on one page, to be looked at in both themes and both languages. */
final class Gallery extends VBox {
  private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("focus-visible");
  private static final PseudoClass HOVER = PseudoClass.getPseudoClass("hover");
  private static final PseudoClass ARMED = PseudoClass.getPseudoClass("armed");

  private final Lang lang;
  private final ThemeModel theme;

  Gallery(Lang lang, ThemeModel theme) {
    this.lang = lang;
    this.theme = theme;
    getStyleClass().addAll("gap-16", "pad-24");
    setStyle("-fx-background-color: -bp-sub;");
    getChildren().addAll(bar(), row(buttons(), fields(), inspector()), row(surfaces(), pictures(), new VBox(16, palette(), containers())),
        status());
  }

  private Node bar() {
    MenuButton project = new MenuButton("digits-cnn", null, new MenuItem("Open"));
    project.getStyleClass().add("bare");
    SplitMenuButton step = new SplitMenuButton(new MenuItem("layer"), new MenuItem("epoch"));
    step.setText(say("Step: batch", "单步: 批"));
    step.setGraphic(Icon.STEP.view());
    MenuButton language = new MenuButton(say("EN", "中文"), Icon.LANGUAGE.view(), new MenuItem("English"), new MenuItem("中文"));
    MenuButton speed = new MenuButton(say("Full", "全速"), Icon.SPEED.view(), new MenuItem("1"));
    Region rule = new Region();
    rule.getStyleClass().addAll("rule", "upright");
    Label name = styled(new Label("Backprop Studio"), "panel-title");
    Slider rate = new Slider(0, 1, 0.4);
    HBox bar = new HBox(new Logo(24), name, rule, project, iconOnly(Icon.UNDO, "bare"), disabled(iconOnly(Icon.REDO, "bare")),
        iconOnly(Icon.RESET),
        button(say("Pause", "暂停"), Icon.PAUSE, "run"), step, speed, new Label(say("Learning rate", "学习率")), rate, language,
        button(say("Present", "演示"), Icon.PRESENT), iconOnly(Icon.MOON));
    bar.getStyleClass().add("top-bar");
    return bar;
  }

  private Node buttons() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("gap-12");
    PseudoClass[] states = {null, HOVER, ARMED, FOCUS};
    for (int column = 0; column < 5; column++) {
      Node[] samples = {button(say("Play", "播放"), Icon.PLAY, "run"), button(say("Scale", "缩放"), Icon.EXPERIMENT, "main"),
          button(say("Fit", "适应"), null), iconOnly(Icon.FIT), new TextField("0.001")};
      for (int row = 0; row < samples.length; row++) {
        if (column < 4 && states[column] != null) {
          samples[row].pseudoClassStateChanged(states[column], true);
        }
        samples[row].setDisable(column == 4);
        ((Region) samples[row]).setPrefWidth(row == 3 ? 32 : 84);
        grid.add(samples[row], column, row);
      }
    }
    Segmented<String> lens = new Segmented<String>(text("lens"))
        .add("s", text(say("Structure", "结构")), Icon.STRUCTURE).add("a", text(say("Activations", "激活值")), Icon.ACTIVATIONS)
        .add("g", text(say("Gradients", "梯度")), Icon.GRADIENTS).add("w", text(say("Weights", "权重")), Icon.WEIGHTS);
    lens.valueProperty().set("g");
    Segmented<String> focused = new Segmented<String>(text("padding")).add("same", text("Same")).add("valid", text("Valid"));
    focused.getChildren().get(1).pseudoClassStateChanged(FOCUS, true);
    return card(text(say("Buttons", "按钮")), new VBox(16, grid, lens, focused));
  }

  private Node fields() {
    ComboBox<String> combo = new ComboBox<>();
    combo.getItems().addAll("ReLU", "tanh");
    combo.setValue("ReLU");
    ComboBox<String> focused = new ComboBox<>();
    focused.getItems().add("He normal");
    focused.setValue("He normal");
    focused.pseudoClassStateChanged(FOCUS, true);
    ToggleSwitch on = new ToggleSwitch();
    on.setSelected(true);
    ToggleSwitch onFocused = new ToggleSwitch();
    onFocused.setSelected(true);
    onFocused.pseudoClassStateChanged(FOCUS, true);
    ToggleSwitch off = new ToggleSwitch();
    CheckBox check = new CheckBox(say("Reduce motion", "减少动画"));
    check.setSelected(true);
    RadioButton radio = new RadioButton(say("Vanishing", "消失"));
    radio.setSelected(true);
    Slider slider = new Slider(0, 1, 0.6);
    Slider sliderFocused = new Slider(0, 1, 0.6);
    sliderFocused.pseudoClassStateChanged(FOCUS, true);
    TextField search = new TextField();
    search.setPromptText(say("Search layers", "搜索层"));
    return card(text(say("Fields", "字段")), new VBox(12, new HBox(12, combo, focused), new HBox(12, on, onFocused, off), check, radio,
        slider, sliderFocused,
        search, new ProgressBar(0.6)));
  }

  private Node inspector() {
    GridPane form = new GridPane();
    form.getStyleClass().add("gap-12");
    NumberField filters = number(NumberRange.whole(1, 1024), 16).withRange();
    NumberField refused = number(NumberRange.positive(), 0.001);
    refused.model().type("-1", lang.numbers());
    ((TextField) refused.lookup(".text-field")).setText("−1");
    ToggleSwitch bias = new ToggleSwitch();
    bias.setSelected(true);
    HBox kernel = new HBox(8, number(NumberRange.whole(1, 15), 3).digits(2), new Label("×"), number(NumberRange.whole(1, 15), 3).digits(2));
    GridPane.setHgrow(filters, Priority.ALWAYS);
    kernel.setAlignment(Pos.CENTER_LEFT);
    form.addRow(0, styled(new Label(say("Filters", "滤波器")), "mut"), filters);
    form.addRow(1, styled(new Label(say("Kernel", "卷积核")), "mut"), kernel);
    form.addRow(2, styled(new Label(say("Rate", "学习率")), "mut"), refused);
    form.addRow(3, styled(new Label(say("Bias", "偏置")), "mut"), bias);
    TabPane tabs = new TabPane(new Tab(say("Settings", "设置"), form), new Tab(say("Numbers", "数值")), new Tab(say("Math", "数学")));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    form.setStyle("-fx-padding: 12 4 4 4;");
    VBox panel = new VBox(tabs);
    panel.getStyleClass().addAll("card", "panel");
    panel.setPrefWidth(360);
    return panel;
  }

  private Node surfaces() {
    VBox box = new VBox(12);
    for (String kind : new String[] {"ok", "warn", "bad", "hint"}) {
      Icon icon = switch (kind) {
        case "ok" -> Icon.DOCTOR;
        case "bad" -> Icon.PROBLEM;
        case "warn" -> Icon.WARNING;
        default -> Icon.INFO;
      };
      HBox banner = new HBox(icon.view(), new Label(say("Dense takes one row per example.", "全连接层每个样本只接收一行。")));
      banner.getStyleClass().addAll("banner", kind);
      box.getChildren().add(banner);
    }
    HBox badges = new HBox(8, badge(say("live", "实时"), "time"), badge("1", "bad"), badge("ok", "ok"), badge("1×8×8"),
        styled(new Label("/"), "key"),
        styled(new Label("Esc"), "key"));
    VBox pop = new VBox(new Label(say("A card that floats over others", "浮在上方的卡片")), new ScrollBar());
    pop.getStyleClass().addAll("card", "pop");
    box.getChildren().addAll(badges, pop);
    for (String style : new String[] {"note", "body", "lesson-text", "panel-title", "lesson-title", "start-title", "big-number"}) {
      box.getChildren().add(styled(new Label(style + " 0.516 正文 ‖∂L/∂W‖ 10⁻⁶"), style));
    }
    return card(text(say("Surfaces and type", "表面与字体")), box);
  }

  private Node pictures() {
    Random random = new Random(3);
    HeatMap features = map(new HeatMap.Tiles(4, 2, 30, 30, 3), 8, 8, 8, random);
    features.scaleProperty().bind(theme.paletteProperty().map(Palette::features));
    HeatMap size = map(new HeatMap.Tiles(1, 1, 136, 56, 0), 1, 16, 72, random);
    size.scaleProperty().bind(theme.paletteProperty().map(Palette::size));
    HeatMap signed = map(new HeatMap.Tiles(1, 1, 136, 56, 0), 1, 6, 10, random);
    signed.scaleProperty().bind(theme.paletteProperty().map(Palette::signed));
    float[] values = new float[200];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (1 / (1 + i * 0.03) + random.nextDouble() * 0.15);
    }
    Sparkline line = new Sparkline(140, 28, 200, Token.GRADIENT);
    line.paletteProperty().bind(theme.paletteProperty());
    line.show(values, values.length);
    Legend legend = new Legend()
        .add(Legend.Mark.BAND, Token.RIBBON_HEALTHY, text(say("healthy", "正常")))
            .add(Legend.Mark.LINE, Token.RIBBON_FADING, text(say("fading", "减弱")))
        .add(Legend.Mark.DOTTED, Token.RIBBON_VANISHED, text(say("vanished", "消失")))
            .add(Legend.Mark.DASHED, Token.GRADIENT, text(say("validation", "验证")));
    EmptyState empty = new EmptyState(Icon.NO_TABLE, text(say("For classes only. This network predicts a number.", "仅适用于分类。该网络预测一个数值。")),
        button(say("Show predicted against true", "显示预测值与真实值"), null));
    Titled titled = new Titled(text(say("Loss", "损失")), empty).detail(text(say("log scale", "对数刻度"))).action(iconOnly(Icon.MORE, "bare"));
    return card(text(say("Pictures", "图形")), new VBox(12, features, size, signed, line, legend, titled));
  }

  private Node palette() {
    GridPane chips = new GridPane();
    chips.getStyleClass().add("gap-8");
    String[] groups = {"basic", "convolution", "sequence", "graph", "merge"};
    for (int i = 0; i < groups.length; i++) {
      Label chip = styled(new Label(say("Conv 2D", "二维卷积")), "chip", groups[i]);
      chip.setPrefWidth(94);
      chip.pseudoClassStateChanged(FOCUS, i == 3);
      chip.pseudoClassStateChanged(HOVER, i == 1);
      chips.add(chip, i % 2, i / 2);
    }
    return card(text(say("Chips", "层标签")), chips);
  }

  private Node containers() {
    TableView<String> table = new TableView<>();
    for (String head : new String[] {say("Layer", "层"), say("Out", "输出")}) {
      TableColumn<String, String> column = new TableColumn<>(head);
      column.setCellValueFactory(row -> text(row.getValue()));
      table.getColumns().add(column);
    }
    table.getItems().addAll("conv_1", "pool_1", "out");
    table.getSelectionModel().select(1);
    table.setPrefSize(240, 124);
    TextArea area = new TextArea(say("Notes on this run", "本次运行的备注"));
    area.setPrefSize(240, 60);
    Spinner<Integer> spinner = new Spinner<>(1, 9, 3);
    DialogPane dialog = new DialogPane();
    dialog.setContentText(say("Save the changes to digits-cnn?", "保存对 digits-cnn 的更改吗？"));
    dialog.getButtonTypes()
        .addAll(new ButtonType(say("Save", "保存"), ButtonData.OK_DONE), new ButtonType(say("Cancel", "取消"), ButtonData.CANCEL_CLOSE));
    TitledPane titled = new TitledPane(say("Advanced", "高级"), new Label("L2 10⁻⁴"));
    ScrollPane scroll = new ScrollPane(new Region());
    ((Region) scroll.getContent()).setMinSize(400, 400);
    scroll.setPrefSize(240, 60);
    return card(text(say("Containers", "容器")), new VBox(12, table, area, spinner, titled, scroll, dialog));
  }

  private Node status() {
    Label ok = styled(new Label(say("Ready to train", "可以训练"), Icon.OK.view()), "ok");
    Label bad = styled(new Label(say("Dense takes one row per example.", "全连接层每个样本只接收一行。"), Icon.PROBLEM.view()), "bad");
    HBox bar = new HBox(ok, new Label(say("3,818 parameters", "3,818 个参数")), bad);
    bar.getStyleClass().add("status-bar");
    return bar;
  }

  private static HeatMap map(HeatMap.Tiles tiles, int maps, int rows, int columns, Random random) {
    float[] values = new float[maps * rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    HeatMap map = new HeatMap(tiles);
    map.show(values, 0, maps, rows, columns, new Extent().quantile(values, 0, values.length, 0.995));
    return map;
  }

  private NumberField number(NumberRange range, double first) {
    return new NumberField(lang, new NumberModel(range, first), text("number"));
  }

  private static Pane row(Node... nodes) {
    return new HBox(16, nodes);
  }

  private static Node card(ObservableValue<String> title, Node content) {
    Titled titled = new Titled(title, content);
    titled.getStyleClass().add("card");
    return titled;
  }

  private static Button button(String text, Icon icon, String... styles) {
    return styled(new Button(text, icon == null ? null : icon.view()), styles);
  }

  private static Button iconOnly(Icon icon, String... styles) {
    return styled(button(null, icon, "icon-only"), styles);
  }

  private static Label badge(String text, String... styles) {
    return styled(styled(new Label(text), "badge"), styles);
  }

  private static <N extends Node> N disabled(N node) {
    node.setDisable(true);
    return node;
  }

  private static <N extends Node> N styled(N node, String... styles) {
    node.getStyleClass().addAll(styles);
    return node;
  }

  private String say(String english, String chinese) {
    return lang.texts() == Texts.CHINESE ? chinese : english;
  }

  private static ObservableValue<String> text(String text) {
    return new SimpleStringProperty(text);
  }
}
