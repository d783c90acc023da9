package studio.backprop.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import studio.backprop.app.lesson.LessonActs;
import studio.backprop.app.lesson.LessonModels;
import studio.backprop.compare.ComparisonRunner;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.lesson.Directive.Focus;
import studio.backprop.lesson.Directive.Show;
import studio.backprop.lesson.check.CheckParser;
import studio.backprop.lesson.check.LessonView;
import studio.backprop.lesson.check.LineFault;
import studio.backprop.lesson.command.CommandParser;
import studio.backprop.lesson.command.LessonCommand;
import studio.backprop.lesson.read.LessonFolder;
import studio.backprop.run.Trainer;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;
import studio.backprop.ui.compare.comparison.ComparisonModel;
import studio.backprop.ui.compare.search.MachinesModel;
import studio.backprop.ui.compare.search.SearchModel;
import studio.backprop.ui.judge.evaluate.fold.FoldsModel;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.ManualPulse;
import studio.backprop.ui.learn.pad.PadModel;
import studio.backprop.ui.watch.doctor.DoctorModel;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** The bench of a lesson with all the rooms' models behind it, and no window before them. */
final class BareLesson implements AutoCloseable {
  final ManualPulse pulse = new ManualPulse();
  final DocumentModel document = new DocumentModel();
  final Lang lang = new Lang(Texts.ENGLISH);
  final List<Optional<Message>> ended = new ArrayList<>();
  final RunModel run;
  final ComparisonModel comparison;
  final DoctorModel doctor;
  final PadModel pad;
  final FoldsModel folds;
  final SearchModel search;
  final LessonActs acts;
  final LessonBench bench;

  BareLesson(LessonFolder folder) {
    Kernels kernels = KernelChoice.create(1);
    run = new RunModel(document, new Trainer(kernels), pulse);
    comparison = new ComparisonModel(document, run, new ComparisonRunner(kernels, 1), pulse);
    doctor = new DoctorModel(document, run, pulse);
    pad = new PadModel(document, run, pulse);
    RoomContext at = new RoomContext(document, run, null, lang, null, null, null, pulse, null, null, null, null);
    folds = new FoldsModel(document, run, pulse);
    search = new SearchModel(document, run, new MachinesModel(new WindowMachines(), pulse), pulse);
    acts = new LessonActs(new LessonModels(document, run, comparison, folds, search, doctor, pad), folder, wanted -> {}, () -> {});
    bench = new LessonBench(at, new NoScene(), acts);
  }

  static List<LessonCommand> commands(String... lines) {
    List<LessonCommand> all = new ArrayList<>();
    for (String line : lines) {
      try {
        all.add(CommandParser.parse(line));
      } catch (LineFault fault) {
        throw new IllegalArgumentException(line, fault);
      }
    }
    return all;
  }

  /** Begins to carry out commands. */
  void begin(String... lines) {
    ended.clear();
    bench.carryOut(commands(lines), ended::add);
  }

  /** Carries out commands to their end. @return why one could not be */
  Optional<Message> carryOut(String... lines) {
    begin(lines);
    pulse.until(() -> !ended.isEmpty());
    return ended.get(0);
  }

  /** A number of the engine. */
  double number(String sum) throws LineFault {
    double[] found = new double[1];
    boolean[] told = new boolean[1];
    bench.number(CheckParser.sum(sum), value -> {
      found[0] = value;
      told[0] = true;
    });
    pulse.until(() -> told[0]);
    return found[0];
  }

  @Override
  public void close() {
    bench.close();
    pad.close();
    folds.close();
    search.close();
    doctor.close();
    comparison.close();
    run.close();
  }

  /** Nobody looks. */
  private static final class NoScene implements LessonScene {
    @Override
    public void show(Show wanted) {}

    @Override
    public void focus(Optional<Focus> wanted) {}

    @Override
    public void projectOpened() {}

    @Override
    public void lead(List<Integer> indices) {}

    @Override
    public void cover(Set<LessonView> pages) {}

    @Override
    public void lock() {}

    @Override
    public Set<String> seenNow() {
      return new HashSet<>();
    }

    @Override
    public void onSeen(Consumer<String> opened) {}

    @Override
    public void lossFrom(Consumer<DoubleConsumer> tells) {}
  }
}
