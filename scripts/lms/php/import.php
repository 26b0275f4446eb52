<?php
// Puts one package into Moodle: import.php KIND FILE NAME. Answers {"course": id} or {"error": message}.
//
// KIND: scorm (an activity in a new course), cartridge or backup (a new course), xml or gift (all questions, and a quiz
// of the first ten, in a new course), h5p (an activity in a new course). What is not said is as Moodle itself suggests it to a trainer.

require(__DIR__ . '/start.php');
require_once($CFG->dirroot . '/course/lib.php');
require_once($CFG->dirroot . '/course/modlib.php');
require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');
require_once($CFG->dirroot . '/lib/questionlib.php');

/** So many of the imported questions are put into the quiz that a learner takes. */
const ASKED = 10;

/** Give a new, empty course. */
function empty_course(string $name): stdClass {
    return create_course((object) [
        'category' => core_course_category::get_default()->id,
        'fullname' => $name, 'shortname' => $name, 'enablecompletion' => 1, 'numsections' => 1,
    ]);
}

/** Give the number of a draft area that holds the file, as a form would. */
function in_draft(string $file): int {
    global $USER;
    $draft = file_get_unused_draft_itemid();
    get_file_storage()->create_file_from_pathname([
        'contextid' => context_user::instance($USER->id)->id, 'component' => 'user', 'filearea' => 'draft',
        'itemid' => $draft, 'filepath' => '/', 'filename' => basename($file),
    ], $file);
    return $draft;
}

/** Add an activity to the first section of the course; give it. */
function activity(stdClass $course, string $module, string $name, array $settings): stdClass {
    global $DB;
    return add_moduleinfo((object) ($settings + [
        'modulename' => $module, 'module' => $DB->get_field('modules', 'id', ['name' => $module]),
        'course' => $course->id, 'section' => 1, 'visible' => 1, 'visibleoncoursepage' => 1, 'cmidnumber' => '',
        'name' => $name, 'introeditor' => ['text' => '', 'format' => FORMAT_HTML, 'itemid' => 0],
        'groupmode' => 0, 'groupingid' => 0,
    ]), $course);
}

function import_scorm(string $file, string $name): array {
    global $CFG;
    require_once($CFG->dirroot . '/mod/scorm/locallib.php');
    $course = empty_course($name);
    $suggested = (array) get_config('scorm');
    unset($suggested['version']);
    activity($course, 'scorm', $name, [
        'scormtype' => SCORM_TYPE_LOCAL, 'packagefile' => in_draft($file), 'packageurl' => '', 'updatefreq' => 0,
        'width' => $suggested['framewidth'], 'height' => $suggested['frameheight'], 'timeopen' => 0, 'timeclose' => 0,
        'completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionstatusrequired' => 4,
    ] + $suggested);
    return ['course' => $course->id];
}

function import_h5p(string $file, string $name): array {
    $course = empty_course($name);
    activity($course, 'h5pactivity', $name, [
        'packagefile' => in_draft($file), 'displayoptions' => 15, 'enabletracking' => 1, 'grademethod' => 1,
        'reviewmode' => 1, 'grade' => 100, 'completion' => COMPLETION_TRACKING_AUTOMATIC,
        'completionusegrade' => 1, 'completiongradeitemnumber' => 0,
    ]);
    return ['course' => $course->id];
}

function restore(string $file, string $packer): array {
    global $CFG, $DB, $USER;
    // The reader of cartridges looks for its files from where Moodle's page for restoring stands.
    chdir($CFG->dirroot . '/backup');
    $folder = restore_controller::get_tempdir_name(SITEID, $USER->id);
    get_file_packer($packer)->extract_to_pathname($file, make_backup_temp_directory($folder));
    $course = restore_dbops::create_new_course('…', uniqid(), core_course_category::get_default()->id);
    $control = new restore_controller(
        $folder, $course, backup::INTERACTIVE_NO, backup::MODE_GENERAL, $USER->id, backup::TARGET_NEW_COURSE);
    if ($control->get_status() == backup::STATUS_REQUIRE_CONV) {
        $control->convert();
    }
    $control->execute_precheck();
    $remarks = $control->get_precheck_results();
    if (!empty($remarks['errors'])) {
        throw new moodle_exception('generalexceptionmessage', 'error', '', implode('; ', $remarks['errors']));
    }
    $control->execute_plan();
    $control->destroy();
    $DB->set_field('course', 'visible', 1, ['id' => $course]);
    return ['course' => $course, 'remarks' => array_values($remarks['warnings'] ?? [])];
}

/** Give the settings of review that Moodle suggests, spelled as its form spells them. */
function suggested_review(): array {
    $times = ['during' => 0x10000, 'immediately' => 0x01000, 'open' => 0x00100, 'closed' => 0x00010];
    $settings = [];
    foreach ((array) get_config('quiz') as $key => $bits) {
        if (!str_starts_with($key, 'review')) {
            continue;
        }
        foreach ($times as $time => $bit) {
            $settings[substr($key, strlen('review')) . $time] = ((int) $bits & $bit) ? 1 : 0;
        }
    }
    return $settings;
}

function import_questions(string $file, string $name, string $format): array {
    global $CFG, $DB;
    require_once($CFG->dirroot . '/mod/quiz/locallib.php');
    require_once($CFG->dirroot . '/question/format.php');
    require_once($CFG->dirroot . "/question/format/$format/format.php");
    $course = empty_course($name);
    $module = activity($course, 'quiz', $name, suggested_review() + [
        'quizpassword' => '', 'timeopen' => 0, 'timeclose' => 0, 'grade' => 10,
        'completion' => COMPLETION_TRACKING_AUTOMATIC, 'completionusegrade' => 1, 'completiongradeitemnumber' => 0,
    ] + (array) get_config('quiz'));
    $context = context_module::instance($module->coursemodule);
    $category = function_exists('question_make_default_categories')
        ? question_make_default_categories([$context])
        : question_get_default_category($context->id, true);
    $class = "qformat_$format";
    $reader = new $class();
    $reader->setCategory($category);
    $reader->setContexts([$context]);
    $reader->setCourse($course);
    $reader->setFilename($file);
    $reader->setRealfilename(basename($file));
    $reader->setMatchgrades('error');
    $reader->setCatfromfile(true);
    $reader->setContextfromfile(false);
    $reader->setStoponerror(true);
    if (!$reader->importpreprocess() || !$reader->importprocess() || !$reader->importpostprocess()) {
        throw new moodle_exception('cannotimport', '', '');
    }
    $quiz = $DB->get_record('quiz', ['id' => $module->instance], '*', MUST_EXIST);
    $quiz->cmid = $module->coursemodule;
    $questions = $DB->get_fieldset_sql(
        "SELECT q.id FROM {question} q
           JOIN {question_versions} v ON v.questionid = q.id
           JOIN {question_bank_entries} e ON e.id = v.questionbankentryid
           JOIN {question_categories} c ON c.id = e.questioncategoryid
          WHERE c.contextid = ? AND q.qtype <> 'description' ORDER BY q.id", [$context->id]);
    foreach (array_slice($questions, 0, ASKED) as $question) {
        quiz_add_quiz_question($question, $quiz);
    }
    \mod_quiz\quiz_settings::create($quiz->id)->get_grade_calculator()->recompute_quiz_sumgrades();
    return ['course' => $course->id, 'questions' => count($questions)];
}

[, $kind, $file, $name] = $argv;
answer(fn() => match ($kind) {
    'scorm' => import_scorm($file, $name),
    'h5p' => import_h5p($file, $name),
    'cartridge' => restore($file, 'application/zip'),
    'backup' => restore($file, 'application/vnd.moodle.backup'),
    'xml', 'gift' => import_questions($file, $name, $kind),
});
