package studio.backprop.ui.judge.evaluate.report;

import static studio.backprop.worksheet.print.Xhtml.cell;
import static studio.backprop.worksheet.print.Xhtml.element;
import static studio.backprop.worksheet.print.Xhtml.row;
import static studio.backprop.worksheet.print.Xhtml.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import studio.backprop.data.DataDigest;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TableData;
import studio.backprop.network.Analysis;
import studio.backprop.network.Node;
import studio.backprop.optim.OptimizerCatalog;
import studio.backprop.optim.OptimizerType;
import studio.backprop.project.Regularization;
import studio.backprop.project.TrainingSettings;
import studio.backprop.schedule.ScheduleCatalog;
import studio.backprop.schedule.ScheduleType;
import studio.backprop.setting.Form;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.AdjustmentTexts;
import studio.backprop.ui.workspace.run.DataTexts;

/** Facts of a report about the project: network, training, data, and what reproduces the result. */
final class ReportFacts {
  private static final int MOST_COLUMNS = 40;

  private final MetricsReport report;
  private final Lang lang;

  ReportFacts(MetricsReport report, Lang lang) {
    this.report = report;
    this.lang = lang;
  }

  String html() {
    return Stream.of(network(), section("report.training", training()), section("report.data", data()), section("report.again", again()))
        .collect(Collectors.joining("\n"));
  }

  private record Fact(String name, String value) {
  }

  private Fact fact(String key, String value) {
    return new Fact(lang.say(key), value);
  }

  private String section(String key, List<Fact> facts) {
    String rows = facts.stream().map(fact -> row(element("th", "", text(fact.name)) + cell("", text(fact.value))))
        .collect(Collectors.joining());
    return element("div", "section", element("h2", "", text(lang.say(key))) + element("table", "facts", rows));
  }

  private String network() {
    Analysis analysis = report.project().network().analyse();
    String head = row(Stream.of("cli.info.node", "cli.info.layer", "cli.info.shape", "cli.info.parameters")
        .map(key -> element("th", key.equals("cli.info.parameters") ? "number" : "", text(lang.say(key)))).collect(Collectors.joining()));
    String rows = analysis.listed(report.project().network()).stream().map(node -> node(analysis, node)).collect(Collectors.joining());
    String total = lang.say("cli.info.total", lang.numbers().whole(analysis.parameterCount()), lang.numbers().whole(analysis.flops()));
    return element("div", "section", element("h2", "", text(lang.say("report.network"))) + element("table", "grid", head + rows)
        + element("p", "small", text(total)));
  }

  private String node(Analysis analysis, Node node) {
    String layer = (lang.say(node.type().title()) + " " + lang.say(analysis.layer(node).summary())).strip();
    String shape = analysis.shape(node.id()).map(Object::toString).orElse("–");
    return row(cell("", text(node.name())) + cell("", text(layer)) + cell("", text(shape))
        + cell("number", lang.numbers().whole(analysis.parameterCount(node))));
  }

  private List<Fact> training() {
    TrainingSettings settings = report.project().training();
    OptimizerType optimizer = OptimizerCatalog.typeOf(settings.optimizer());
    ScheduleType schedule = ScheduleCatalog.typeOf(settings.schedule());
    List<Fact> facts = new ArrayList<>(List.of(
        fact("report.loss_function", lang.say(report.project().network().objective().loss().title())),
        fact("training.optimizer", named(optimizer.title(), optimizer.form(), settings.optimizer())),
        fact("training.rate", lang.numbers().entry(settings.rate())),
        fact("training.schedule", named(schedule.title(), schedule.form(), settings.schedule())),
        fact("training.regularization", written(Regularization.FORM, settings.regularization())),
        fact("training.batch", lang.numbers().whole(settings.batch())),
        fact("training.epochs", lang.say("report.epochs", settings.epochs(), report.epochs().size(), report.step())),
        fact("training.patience", settings.patience() == 0 ? lang.say("report.off") : lang.numbers().whole(settings.patience())),
        fact("training.shuffle", said(settings.shuffle())),
        fact("training.balance", said(settings.balance()))));
    List<String> changes = AdjustmentTexts.of(settings.rate(), settings.epochs(), report.adjustments(), lang);
    if (!changes.isEmpty()) {
      facts.add(fact("tries.differs.changed", String.join("; ", changes)));
    }
    return facts;
  }

  private <R> String named(Message title, Form<R> form, R record) {
    String values = written(form, record);
    return values.isEmpty() ? lang.say(title) : lang.say("report.named", lang.say(title), values);
  }

  private <R> String written(Form<R> form, R record) {
    return form.settings().stream().filter(setting -> form.applies(record, setting) && !isIdle(record, setting.name()))
        .map(setting -> lang.say("report.setting", lang.say(setting.title()), said(form.value(record, setting))))
        .collect(Collectors.joining(lang.say("report.and")));
  }

  /** Whether a setting has no effect, such as the limit of gradients that are not clipped. */
  private static boolean isIdle(Object record, String setting) {
    return setting.equals("limit") && record instanceof Regularization now && now.clip() == Regularization.Clip.NONE;
  }

  private String said(Object value) {
    if (value instanceof Boolean on) {
      return lang.say(on ? "report.on" : "report.off");
    }
    if (value == Regularization.Clip.NONE) {
      return lang.say("report.off");
    }
    if (value instanceof Enum<?> choice) {
      return lang.say(Setting.choiceTitle(choice));
    }
    return value instanceof Number number ? lang.numbers().entry(number.doubleValue()) : String.valueOf(value);
  }

  private List<Fact> data() {
    PreparedData data = report.data();
    DataSettings settings = report.project().data();
    List<String> columns = data.dataset().featureNames();
    Optional<TableData> table = report.project().table().filter(own -> settings.dataset().equals(DatasetCatalog.OWN_TABLE));
    String name = table.map(TableData::name).orElseGet(() -> DatasetCatalog.find(settings.dataset()).map(info -> lang.say(info.title()))
        .orElse(settings.dataset()));
    return Stream.of(
        Optional.of(fact("report.dataset", name)),
        Optional.of(fact("report.target", new DataTexts(lang).target(data.dataset()))),
        columns.size() > 1 && columns.size() <= MOST_COLUMNS
            ? Optional.of(fact("report.columns", String.join(lang.say("report.and"), columns)))
            : Optional.of(fact("report.inputs", lang.numbers().whole(data.dataset().width()))),
        settings.columns().leftOut().isEmpty() ? Optional.<Fact>empty()
            : Optional.of(fact("report.left_out", String.join(lang.say("report.and"), settings.columns().leftOut()))),
        Optional.of(fact("palette.scaling", lang.say("palette.scaling." + data.scaling().name().toLowerCase(Locale.ROOT)))),
        Optional.of(fact("report.rows", lang.say("report.rows.by_part", data.rows(Part.TRAIN), data.rows(Part.VALIDATION),
            data.rows(Part.TEST)))),
        Optional.of(fact("report.split_seed", String.valueOf(settings.seed()))))
        .flatMap(Optional::stream).toList();
  }

  private List<Fact> again() {
    return List.of(
        fact("training.seed", String.valueOf(report.project().training().seed())),
        fact("report.data_sha256", DataDigest.sha256(report.data())),
        fact("report.weights_sha256", report.weights()),
        fact("report.program", lang.say("report.program.of", Optional.ofNullable(ReportFacts.class.getPackage().getImplementationVersion())
            .orElse("–"), System.getProperty("java.version"), System.getProperty("os.name"))));
  }
}
