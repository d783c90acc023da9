package studio.backprop.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.backprop.store.AtomicFile;
import studio.backprop.store.StoreProblem;
import studio.backprop.text.Texts;
import studio.backprop.worksheet.SheetCode;
import studio.backprop.worksheet.SheetDraw;
import studio.backprop.worksheet.SheetKind;
import studio.backprop.worksheet.Worksheet;
import studio.backprop.worksheet.kind.SheetCatalog;
import studio.backprop.worksheet.print.SheetPaper;
import studio.backprop.worksheet.print.WorksheetHtml;
import studio.backprop.worksheet.print.WorksheetPdf;

/** Command {@code worksheet}: writes worksheets and their keys as HTML and PDF: one document per kind, one sheet per page. */
@Command(name = "worksheet", sortOptions = false)
final class PrintSheets implements Callable<Integer> {
  /** Values of {@code --language}. */
  private enum SheetLanguage {
    EN(Texts.ENGLISH),
    ZH(Texts.CHINESE);

    private final Texts texts;

    SheetLanguage(Texts texts) {
      this.texts = texts;
    }
  }

  private static final String ALL = "all";
  private static final int MOST_SHEETS = 1000;
  /** Seeds choose among variants of four digits. */
  private static final int SHORT_VARIANTS = 10_000;

  private final Terminal terminal;

  @Parameters(arity = "1..*", paramLabel = "KIND", descriptionKey = "backprop.worksheet.kind")
  private List<String> kinds;

  @Option(names = "--variant", paramLabel = "N", descriptionKey = "backprop.worksheet.variant")
  private long variant = 1;

  @Option(names = {"--count", "--variants"}, paramLabel = "N", descriptionKey = "backprop.worksheet.count")
  private int count = 1;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "backprop.worksheet.seed")
  private Long seed;

  @Option(names = "--key", descriptionKey = "backprop.worksheet.key")
  private boolean key;

  @Option(names = "--with-dead", descriptionKey = "backprop.worksheet.dead")
  private boolean dead;

  @Option(names = "--language", paramLabel = "en|zh", descriptionKey = "backprop.worksheet.language")
  private SheetLanguage language;

  @Option(names = "--paper", paramLabel = "a4|letter", descriptionKey = "backprop.worksheet.paper")
  private SheetPaper paper = SheetPaper.A4;

  @Option(names = "--out", paramLabel = "FOLDER", descriptionKey = "backprop.worksheet.out")
  private Path folder = Path.of("worksheets");

  PrintSheets(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (count < 1 || count > MOST_SHEETS) {
      throw Failure.option("cli.problem.sheets", MOST_SHEETS, count);
    }
    if (variant < 0 || variant > SheetCode.MAX_VARIANT - count) {
      throw Failure.option("cli.problem.variant", String.valueOf(SheetCode.MAX_VARIANT - count), String.valueOf(variant));
    }
    List<String> wanted = kinds.contains(ALL) ? SheetCatalog.all().stream().map(SheetKind::id).toList() : kinds;
    List<List<Worksheet>> documents = new ArrayList<>();
    for (String one : wanted) {
      documents.add(SheetCode.looksLikeOne(one) ? List.of(sheet(one)) : sheets(kind(one)));
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Failure.of("cli.problem.folder", folder.toString());
    }
    write(documents);
    terminal.note("cli.kept", folder.toString());
    return 0;
  }

  private Worksheet sheet(String code) throws Failure {
    SheetCode read = SheetCode.read(code).orElseThrow(() -> Failure.option("cli.problem.code", code));
    try {
      return SheetCatalog.sheet(read).orElseThrow(() -> Failure.option("cli.problem.code", code));
    } catch (SheetDraw.VainDraw e) {
      throw new Failure(e.sentence());
    }
  }

  private SheetKind kind(String id) throws Failure {
    SheetKind kind = SheetCatalog.find(id).orElseThrow(() -> Failure.option("cli.problem.sheet_kind", id,
        SheetCatalog.all().stream().map(SheetKind::id).collect(Collectors.joining(terminal.say("cli.list")))));
    Optional<SheetKind> withDead = SheetCatalog.withDead(kind);
    if (dead && withDead.isEmpty() && !kinds.contains(ALL)) {
      throw Failure.option("cli.problem.no_dead", id);
    }
    return dead ? withDead.orElse(kind) : kind;
  }

  private List<Worksheet> sheets(SheetKind kind) throws Failure {
    List<Worksheet> sheets = new ArrayList<>();
    try {
      for (long one : variants().toArray()) {
        sheets.add(SheetDraw.sheet(kind, one));
      }
    } catch (SheetDraw.VainDraw e) {
      throw new Failure(e.sentence());
    }
    return sheets;
  }

  private LongStream variants() {
    return seed == null
        ? LongStream.range(variant, variant + count)
        : new Random(seed).longs(0, SHORT_VARIANTS).distinct().limit(count).sorted();
  }

  /** Lays out documents in parallel, as each takes a second or more; reports them in order. */
  private void write(List<List<Worksheet>> documents) throws Failure {
    List<Printed> printed = documents.stream().flatMap(sheets -> key ? Stream.of(new Printed(sheets, false), new Printed(sheets, true))
        : Stream.of(new Printed(sheets, false))).toList();
    List<Optional<StoreProblem>> problems = printed.parallelStream().map(this::write).toList();
    for (int i = 0; i < printed.size(); i++) {
      if (problems.get(i).isPresent()) {
        throw new Failure(problems.get(i).get().sentence());
      }
      terminal.print(file(printed.get(i), ".html").toString());
      terminal.print(file(printed.get(i), ".pdf").toString());
    }
  }

  private record Printed(List<Worksheet> sheets, boolean keys) {}

  private Path file(Printed document, String ending) {
    return folder.resolve(name(document.sheets) + (document.keys ? "-key" : "") + ending);
  }

  private Optional<StoreProblem> write(Printed document) {
    WorksheetHtml html = new WorksheetHtml(texts());
    String xhtml = document.keys ? html.keys(document.sheets, paper) : html.sheets(document.sheets, paper);
    try {
      AtomicFile.write(file(document, ".html"), out -> out.write(xhtml.getBytes(StandardCharsets.UTF_8)));
      AtomicFile.write(file(document, ".pdf"), out -> WorksheetPdf.write(xhtml, out));
      return Optional.empty();
    } catch (StoreProblem problem) {
      return Optional.of(problem);
    }
  }

  private Texts texts() {
    return language == null ? terminal.texts() : language.texts;
  }

  /** File name, unique by kind, language, paper and variants. */
  private String name(List<Worksheet> sheets) {
    Worksheet first = sheets.get(0);
    String variants = String.format(Locale.ROOT, "-%04d", first.code().variant())
        + (sheets.size() == 1 ? "" : String.format(Locale.ROOT, "-%04d", sheets.get(sheets.size() - 1).code().variant()))
        + (seed == null ? "" : "-seed-" + seed);
    return first.kind().id() + (SheetCatalog.isDead(first.kind()) ? "-dead" : "") + "-" + texts().locale().getLanguage()
        + (paper == SheetPaper.A4 ? "" : "-" + paper.name().toLowerCase(Locale.ROOT)) + variants;
  }
}
