package studio.backprop.ui.window.start;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.backprop.data.DataProblem;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DatasetCatalog;
import studio.backprop.data.Progress;
import studio.backprop.project.Agent;
import studio.backprop.project.Project;
import studio.backprop.run.FullBatchDescent;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.Sample;
import studio.backprop.store.StoreProblem;
import studio.backprop.ui.kit.Pulse;

/** Bundled samples with previews, computed in the background from their data; small networks of the plane are trained for a moment, too. */
public final class SamplesModel {
  private static final Logger LOG = LoggerFactory.getLogger(SamplesModel.class);

  /** First row, chosen for variety. */
  private static final List<String> FIRST = List.of("circles", "digits-cnn", "spirals", "iris", "gan-ring", "cartpole-ppo");

  private final Map<Sample, ObjectProperty<SampleFacts>> facts = new LinkedHashMap<>();
  private final Pulse pulse;
  private final Function<Project, FullBatchDescent> descent;
  private boolean loading;

  /** @param descent full-batch descent of a small project */
  public SamplesModel(Pulse pulse, Function<Project, FullBatchDescent> descent) {
    this.pulse = pulse;
    this.descent = descent;
    FIRST.forEach(name -> add(Sample.find(name).orElseThrow()));
    Sample.all().forEach(this::add);
  }

  private void add(Sample sample) {
    facts.putIfAbsent(sample, new SimpleObjectProperty<>(this, sample.name()));
  }

  List<Sample> samples() {
    return List.copyOf(facts.keySet());
  }

  /** Card content of a sample; null until loaded. */
  ReadOnlyObjectProperty<SampleFacts> factsProperty(Sample sample) {
    return facts.get(sample);
  }

  /** Loads the card contents, once. */
  void load() {
    if (!loading) {
      loading = true;
      Thread thread = new Thread(this::loadAll, "sample-pictures");
      thread.setDaemon(true);
      thread.setPriority(Thread.MIN_PRIORITY);
      thread.start();
    }
  }

  private void loadAll() {
    Map<DataSettings, SamplePreview> known = new HashMap<>();
    List<Runnable> lessons = new ArrayList<>();
    for (Sample sample : samples()) {
      try (InputStream in = sample.open()) {
        Project project = ProjectFile.read(sample.name(), in).saved().project();
        SamplePreview preview = preview(project, known);
        SampleFacts found = new SampleFacts(ProjectLine.of(project.network()), ProjectLine.convolves(project.network()), preview);
        show(sample, found);
        if (preview instanceof SamplePreview.Plane plane && project.assignment().predicts()) {
          lessons.add(() -> show(sample, found.with(plane.learnedBy(descent.apply(project)))));
        }
      } catch (IOException | StoreProblem | DataProblem e) {
        // its card has no picture; opening it says why
        LOG.warn("{} has no picture: {}", sample.name(), e.toString());
      }
    }
    lessons.forEach(Runnable::run); // last: every card gets a picture before one gets a better one
  }

  private static SamplePreview preview(Project project, Map<DataSettings, SamplePreview> known) throws DataProblem {
    if (project.assignment() instanceof Agent agent) {
      return SamplePreview.World.of(agent.environment());
    }
    SamplePreview preview = known.get(key(project.data()));
    if (preview == null) {
      preview = SamplePreview.of(DatasetCatalog.load(project.data(), project.table(), Progress.NONE));
      known.put(key(project.data()), preview);
    }
    return preview;
  }

  private void show(Sample sample, SampleFacts found) {
    pulse.soon(() -> facts.get(sample).set(found));
  }

  /** Key of a preview: samples that differ in split or scaling share it. */
  private static DataSettings key(DataSettings data) {
    return data.withShares(0, 0).withScaling(DataSettings.of("circles").scaling());
  }
}
