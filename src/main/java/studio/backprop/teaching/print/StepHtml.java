package studio.backprop.teaching.print;

import static studio.backprop.worksheet.print.Xhtml.cell;
import static studio.backprop.worksheet.print.Xhtml.element;
import static studio.backprop.worksheet.print.Xhtml.row;
import static studio.backprop.worksheet.print.Xhtml.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.lesson.Directive;
import studio.backprop.lesson.Directive.Asking;
import studio.backprop.lesson.Directive.Choice;
import studio.backprop.lesson.Directive.Explain;
import studio.backprop.lesson.Directive.PredictChoice;
import studio.backprop.lesson.Directive.PredictCurve;
import studio.backprop.lesson.Directive.PredictNumber;
import studio.backprop.lesson.Directive.PredictRank;
import studio.backprop.lesson.Directive.Task;
import studio.backprop.lesson.LessonStep;
import studio.backprop.lesson.check.Check;
import studio.backprop.lesson.check.CheckTexts;
import studio.backprop.lesson.check.CheckedQuantity;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.play.PlayedStep;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.worksheet.kind.SheetCatalog;

/** One step in the guide: text, question, answer, feedback, and solution. */
final class StepHtml {
  private static final String PARAGRAPH = "<p>";
  private static final String END = "</p>";
  private static final int DIGITS = 9;
  /** Conditions of a node that a class can see without reading a number. */
  private static final Set<String> OF_A_CLASS = Set.of("silent", "saturated", "alike");

  private final Texts texts;
  private final GuideMarkdown markdown;

  StepHtml(Texts texts, GuideMarkdown markdown) {
    this.texts = texts;
    this.markdown = markdown;
  }

  /** @param minutes empty if not given */
  String step(int number, LessonStep step, PlayedStep played, String minutes) {
    String head = element("table", "stephead", row(cell("number", String.valueOf(number))
        + cell("", element("h2", "", text(step.heading()))) + cell("time", text(minutes))));
    String asked = step.asking().map(asking -> asked(asking, played)).orElse("");
    String said = markdown.blocks(played.text()).strip();
    boolean isShort = said.indexOf(END) + END.length() >= said.length();
    StringBuilder page = new StringBuilder(isShort ? element("div", "together", head + element("div", "said", said) + asked)
        : begin(head, said) + element("div", "together", asked));
    step.reveal().filter(reveal -> !reveal.commands().isEmpty()).ifPresent(reveal -> page.append(labelled("guide.does",
        commands(reveal.commands()))));
    if (!played.after().isEmpty()) {
      page.append(labelled("guide.then", markdown.line(played.after())));
    }
    String expected = step.reveal().stream().flatMap(reveal -> reveal.expect().stream()).filter(StepHtml::servesAClass)
        .map(check -> texts.say(CheckTexts.of(check))).collect(next());
    if (!expected.isEmpty()) {
      page.append(labelled("guide.expect", text(expected)));
    }
    step.sheet().ifPresent(sheet -> page.append(labelled("guide.sheet", text(sheet(sheet)))));
    return element("div", "step", page.toString());
  }

  /** Heading and first paragraph in one block: the PDF renderer does not support keep-with-next. */
  private static String begin(String head, String said) {
    int end = said.startsWith(PARAGRAPH) ? said.indexOf(END) + END.length() : 0;
    String rest = said.substring(end).strip();
    return element("div", "together", head + (end == 0 ? "" : element("div", "said", said.substring(0, end))))
        + (rest.isEmpty() ? "" : element("div", "said", rest));
  }

  private String sheet(Directive.Sheet sheet) {
    return SheetCatalog.find(sheet.kind()).map(kind -> texts.say("guide.sheet.name", SheetCatalog.name(kind), sheet.kind()))
        .orElse(sheet.kind());
  }

  private String labelled(String key, String content) {
    return element("p", "labelled", element("b", "label", text(texts.say(key))) + content);
  }

  private String asked(Asking asking, PlayedStep played) {
    String kind = asking instanceof Task ? "guide.task" : asking instanceof Explain ? "guide.explain" : "guide.predict";
    StringBuilder all = new StringBuilder(element("p", "asked", element("b", "label", text(texts.say(kind)))
        + element("b", "", markdown.line(played.ask()))));
    if (asking instanceof PredictChoice predict) {
      all.append(choices(predict.choices(), predict.answer(), played));
    } else if (asking instanceof Explain explain) {
      all.append(choices(explain.choices(), explain.answer(), played));
    } else if (asking instanceof PredictNumber number) {
      all.append(number(number, played));
    } else if (asking instanceof PredictRank rank) {
      all.append(rank(rank, played));
    } else if (asking instanceof PredictCurve curve) {
      all.append(labelled("guide.right", text(texts.say("guide.curve." + curve.answer().name().toLowerCase(Locale.ROOT)))));
    } else if (asking instanceof Task task) {
      all.append(task(task, played));
    } else if (asking instanceof Directive.Faulty faulty) {
      all.append(labelled("guide.faulty", text(texts.say(faulty.problem().sentence()))));
    }
    return all.toString();
  }

  private String choices(List<Choice> choices, String answer, PlayedStep played) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < choices.size(); i++) {
      boolean right = choices.get(i).key().equals(answer);
      rows.append(row(cell("letter", String.valueOf((char) ('A' + i))) + cell("mark", right ? "✓" : "")
          + cell(right ? "choice right" : "choice", markdown.line(played.choices().get(i)))
          + cell("reply", markdown.line(played.replies().get(i)))));
    }
    return element("table", "choices", rows.toString());
  }

  private String number(PredictNumber number, PlayedStep played) {
    String tolerance = number.percent() ? texts.say("guide.percent", plain(100 * number.tolerance())) : plain(number.tolerance());
    StringBuilder all = new StringBuilder(labelled("guide.right", text(texts.say("guide.number", played.answer().orElse(""), tolerance))));
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < number.mistakes().size(); i++) {
      rows.append(row(cell("letter", text(plain(number.mistakes().get(i).value()))) + cell("mark", "") + cell("choice", "")
          + cell("reply", markdown.line(played.replies().get(i)))));
    }
    return rows.isEmpty() ? all.toString() : all + element("table", "choices mistakes", rows.toString());
  }

  private String rank(PredictRank rank, PlayedStep played) {
    List<String> keys = rank.items().stream().map(Choice::key).toList();
    return labelled("guide.right", rank.answer().stream().map(key -> played.choices().get(keys.indexOf(key))).map(markdown::line)
        .collect(Collectors.joining(" → ")));
  }

  private String task(Task task, PlayedStep played) {
    String hints = IntStream.range(0, played.hints().size()).mapToObj(i -> (i + 1) + ". " + markdown.line(played.hints().get(i)))
        .collect(Collectors.joining(" "));
    return (task.check() == null ? "" : labelled("guide.goal", text(texts.say(CheckTexts.of(task.check())))))
        + (hints.isEmpty() ? "" : labelled("guide.hints", hints)) + labelled("guide.solution", commands(task.solve()));
  }

  private String commands(List<LessonCommand> commands) {
    return text(commands.stream().map(CommandSentences::of).map((Message said) -> texts.say(said)).collect(next()));
  }

  private Collector<CharSequence, ?, String> next() {
    return Collectors.joining(texts.say("guide.next"));
  }

  /** Excludes single numbers of a node; the text of the reveal contains those that matter. */
  private static boolean servesAClass(Check check) {
    return check.quantities().stream().allMatch(one -> one.subject() != CheckedQuantity.Subject.NODE || OF_A_CLASS.contains(one.name()));
  }

  private static String plain(double value) {
    return new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros().toPlainString().replace('-', '−');
  }
}
