package studio.backprop.app.lesson;

import studio.backprop.ui.compare.comparison.ComparisonModel;
import studio.backprop.ui.compare.search.SearchModel;
import studio.backprop.ui.judge.evaluate.fold.FoldsModel;
import studio.backprop.ui.learn.pad.PadModel;
import studio.backprop.ui.watch.doctor.DoctorModel;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/** Models of a window that lesson commands act on. */
public record LessonModels(
    DocumentModel document, RunModel run, ComparisonModel comparison, FoldsModel folds, SearchModel search, DoctorModel doctor,
    PadModel pad) {
}
